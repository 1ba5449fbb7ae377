import { screen } from '@testing-library/react';
import { mine } from './__fixtures__';
import { renderOnboarding } from './__testUtils__/renderOnboarding';
import * as legacy from './legacy';

describe('onboarding plugin', () => {
  it('opens its page at /onboarding', async () => {
    renderOnboarding('', { getMine: async () => mine() });
    expect(await screen.findByRole('tab', { name: 'Tracks' })).toHaveAttribute(
      'href',
      '/onboarding/tracks',
    );
    expect(screen.getByRole('tab', { name: 'My journey' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('offers to the old system what the new one mounts', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'EntityNewHereCard',
      'GroupOnboardingCard',
      'GroupOnboardingContent',
      'HomeOnboardingCard',
      'OnboardingPage',
      'UserOnboardingCard',
      'onboardingPlugin',
    ]);
  });
});
