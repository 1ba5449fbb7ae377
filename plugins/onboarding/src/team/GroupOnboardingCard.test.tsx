import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  GROUP,
  HELP_REQUEST,
  LED_TRACK,
  ME,
  team,
  USER,
} from '../__fixtures__';
import { mockOnboardingApi } from '../__testUtils__/mockOnboardingApi';
import { OnboardingApi } from '../api';
import { groupOnboardingCard } from '../extensions/entityCards';
import { groupOnboardingContent } from '../extensions/entityContents';
import { onboardingPage } from '../extensions/pages';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function renderTeam(
  getTeam: () => Promise<TeamOnboarding>,
  part: typeof groupOnboardingCard | typeof groupOnboardingContent,
  api: Partial<OnboardingApi> = {},
) {
  return renderTestApp({
    apis: [
      mockOnboardingApi({ getTeam, ...api }),
      [catalogApiRef, catalogApiMock({ entities: [GROUP, USER] })],
      mockApis.permission(),
    ],
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

  it('lets who answers for a track name a buddy, leave out a task, and end a journey with a reason', async () => {
    const receipt = { id: 'j2', trackRef: 't', userRef: 'u' };
    const answerBuddy = jest.fn(async () => receipt);
    const waiveTask = jest.fn(async () => receipt);
    const endJourney = jest.fn(async () => receipt);
    const { container } = renderTeam(
      async () => team({ journeys: [], ledTracks: [LED_TRACK] }),
      groupOnboardingContent,
      { answerBuddy, waiveTask, endJourney },
    );
    const list = await screen.findByRole('list', { name: 'Engineer at Acme' });
    expect(list).toHaveTextContent(/cleo.*Buddy: \S*ben/);
    expect(list).not.toHaveTextContent('On the way');
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();

    await userEvent.click(
      screen.getByRole('button', { name: /^Name a buddy/ }),
    );
    const named = within(await screen.findByRole('dialog'));
    await userEvent.click(named.getByRole('button', { name: 'Ask them' }));
    expect(named.getByText('Choose a person')).toBeVisible();
    await userEvent.click(named.getByLabelText('Buddy'));
    await userEvent.click(await screen.findByRole('option', { name: 'Ana' }));
    await userEvent.click(named.getByRole('button', { name: 'Ask them' }));
    expect(await screen.findByText(/^The buddy of .* is named/)).toBeVisible();
    expect(answerBuddy).toHaveBeenCalledWith('j2', { buddy: ME });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );

    await userEvent.click(
      screen.getByRole('button', { name: /^Leave out a task/ }),
    );
    const waived = within(await screen.findByRole('dialog'));
    await userEvent.click(waived.getByRole('button', { name: 'Leave it out' }));
    expect(waived.getByText('Choose a task')).toBeVisible();
    await userEvent.selectOptions(waived.getByLabelText('Which task'), 'vpn');
    fireEvent.change(waived.getByLabelText('Why?'), {
      target: { value: 'Works in the office' },
    });
    await userEvent.click(waived.getByRole('button', { name: 'Leave it out' }));
    expect(await screen.findByText(/^The task is left out for /)).toBeVisible();
    expect(waiveTask).toHaveBeenCalledWith('j2', 'vpn', {
      reason: 'Works in the office',
    });
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );

    await userEvent.click(
      screen.getByRole('button', { name: /^End the journey of/ }),
    );
    const ended = within(await screen.findByRole('dialog'));
    const end = ended.getByRole('button', { name: 'End the journey' });
    await userEvent.click(end);
    expect(ended.getByText(/^Say why/)).toBeVisible();
    expect(endJourney).not.toHaveBeenCalled();
    fireEvent.change(ended.getByLabelText('Why?'), {
      target: { value: 'Has left' },
    });
    await userEvent.click(end);
    expect(
      await screen.findByText(/^The journey of .* has ended/),
    ).toBeVisible();
    expect(endJourney).toHaveBeenCalledWith('j2', { reason: 'Has left' });
  });
});
