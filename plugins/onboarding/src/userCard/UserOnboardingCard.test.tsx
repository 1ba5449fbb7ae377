import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { screen, waitFor } from '@testing-library/react';
import { journey, ME, mine, USER } from '../__fixtures__';
import { mockOnboardingApi } from '../__testUtils__/mockOnboardingApi';
import { userOnboardingCard } from '../extensions/entityCards';
import { onboardingPage } from '../extensions/pages';

function renderCard(answer: MyJourneys) {
  const getMine = jest.fn(async () => answer);
  renderTestApp({
    apis: [mockOnboardingApi({ getMine }), mockApis.permission()],
    extensions: [
      createTestEntityPage({ entity: USER }),
      userOnboardingCard,
      onboardingPage,
    ],
  });
  return getMine;
}

describe('the journey on the page of a user', () => {
  it('is shown to oneself', async () => {
    renderCard(mine());
    expect(await screen.findByText('Engineer at Acme')).toBeVisible();
    expect(screen.getByText(/Next: \S*Set up your laptop/)).toBeVisible();
  });

  it('is shown to their buddy, with the way to it', async () => {
    renderCard(
      mine({
        userRef: 'user:default/ben',
        journeys: [],
        buddyOf: [
          {
            journeyId: 'j1',
            userRef: ME,
            trackTitle: 'Engineer at Acme',
            state: 'on-the-way',
            progress: journey().progress,
          },
        ],
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'Open their journey' }),
    ).toHaveAttribute('href', '/onboarding/journeys/j1');
    expect(screen.getByText('1 of 3 done')).toBeVisible();
  });

  it('is shown to nobody else', async () => {
    const getMine = renderCard(mine({ userRef: 'user:default/eve' }));
    await waitFor(() => expect(getMine).toHaveBeenCalled());
    await expect(
      screen.findByText('Journey', {}, { timeout: 200 }),
    ).rejects.toThrow();
  });
});
