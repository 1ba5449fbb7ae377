import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { HELP_REQUEST, mine } from '../__fixtures__';
import { mockOnboardingApi } from '../__testUtils__/mockOnboardingApi';
import { rootRouteRef } from '../routes';
import { HomeOnboarding } from './HomeOnboarding';

function renderWidget(getMine: () => Promise<MyJourneys>) {
  return renderInTestApp(<HomeOnboarding />, {
    apis: [mockOnboardingApi({ getMine }), mockApis.permission()],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/onboarding': rootRouteRef,
    },
  });
}

describe('home widget', () => {
  it('shows the next task with its button, and what others wait for', async () => {
    const { container } = await renderWidget(async () =>
      mine({ helpRequests: [HELP_REQUEST] }),
    );
    expect(await screen.findByText('Set up your laptop')).toBeVisible();
    expect(
      await screen.findByRole('button', { name: /^Mark as done/ }),
    ).toBeEnabled();
    expect(screen.getByText('1 thing of others waits for you')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open my journey' }),
    ).toHaveAttribute('href', '/onboarding');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is quiet for whoever is on no track', async () => {
    await renderWidget(async () => mine({ journeys: [] }));
    expect(
      await screen.findByText(
        'You are on no track, and nobody waits for you here',
      ),
    ).toBeVisible();
  });

  it('says in words that permission lacks', async () => {
    const refused = await refusal(403);
    await renderWidget(async () => {
      throw refused;
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
