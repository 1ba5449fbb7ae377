import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { GROUP, HELP_REQUEST, team } from '../__fixtures__';
import { mockOnboardingApi } from '../__testUtils__/mockOnboardingApi';
import { groupOnboardingCard } from '../extensions/entityCards';
import { groupOnboardingContent } from '../extensions/entityContents';
import { onboardingPage } from '../extensions/pages';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function renderTeam(
  getTeam: () => Promise<TeamOnboarding>,
  part: typeof groupOnboardingCard | typeof groupOnboardingContent,
) {
  return renderTestApp({
    apis: [mockOnboardingApi({ getTeam }), mockApis.permission()],
    extensions: [createTestEntityPage({ entity: GROUP }), part, onboardingPage],
  });
}

const renderCard = (getTeam: () => Promise<TeamOnboarding>) =>
  renderTeam(getTeam, groupOnboardingCard);

describe('team card', () => {
  it('says who is on the way, how long it takes in words, and what holds people up', async () => {
    const { container } = renderCard(async () =>
      team({ helpRequests: [HELP_REQUEST] }),
    );
    expect(await screen.findByText('7 people are on the way')).toBeVisible();
    expect(
      screen.getByText('1 call for help waits for an answer'),
    ).toBeVisible();
    expect(
      within(screen.getByRole('list', { name: 'Who is on a track' })).getByRole(
        'listitem',
      ),
    ).toHaveTextContent(/cleo\S* · On the way/);
    expect(
      screen.getAllByText(/7 of 11 so far, median \S*2\.1 d/),
    ).toHaveLength(2);
    expect(screen.getByText('two weeks or more: friction')).toBeVisible();
    expect(screen.getByText(/Join the VPN/).closest('li')).toHaveTextContent(
      /40%\S* of 10 were stuck/,
    );
    expect(screen.getByText(/buddy\S*: 2×/)).toBeVisible();
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });

  it('does not tell how many there are where they are too few, nor their times', async () => {
    renderCard(async () =>
      team({ onTheWay: undefined, setup: undefined, mergedChange: undefined }),
    );
    expect(
      await screen.findByText(/Fewer than five are on the way, or nobody/),
    ).toBeVisible();
    expect(screen.getByText(/so no times are shown/)).toBeVisible();
  });

  it('says so where nothing is known', async () => {
    renderCard(async () =>
      team({
        onTheWay: undefined,
        setup: undefined,
        mergedChange: undefined,
        journeys: [],
        tasks: [],
        rolesUnfilled: [],
      }),
    );
    expect(
      await screen.findByText('No journey of this team is known'),
    ).toBeVisible();
  });

  it('says in words that permission lacks', async () => {
    const refused = await refusal(403);
    renderCard(async () => {
      throw refused;
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('team tab', () => {
  it('has those on a track with where they stand, how tasks go, and calls for help to answer', async () => {
    const { container } = renderTeam(
      async () => team({ helpRequests: [HELP_REQUEST] }),
      groupOnboardingContent,
    );
    const people = within(
      await screen.findByRole('table', { name: 'Who is on a track' }),
    );
    expect(people.getAllByRole('row')[1]).toHaveTextContent(
      /cleo.*Engineer at Acme.*On the way/,
    );
    expect(screen.getByRole('table', { name: /^Tasks/ })).toHaveTextContent(
      'Join the VPN',
    );
    expect(
      await screen.findByRole('button', { name: /^Answer: \S*Join the VPN/ }),
    ).toBeEnabled();
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });
});
