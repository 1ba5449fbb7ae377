import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { fakeNow, refusal } from '@fairlead/frontend-parts/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  BROKEN,
  COMPONENT_REF,
  coverage,
  firing,
  GROUP,
} from '../__fixtures__';
import { mockRunbooksApi } from '../__testUtils__/mockRunbooksApi';
import { groupRunbooksCard } from '../extensions/entityCards';
import { runbooksPage } from '../extensions/pages';

beforeEach(fakeNow);
afterEach(() => jest.useRealTimers());

function team(changes: Partial<TeamRunbooks> = {}): TeamRunbooks {
  return {
    teamRef: 'group:default/checkout',
    firing: [firing()],
    coverage: coverage(),
    uncoveredAtNight: [
      {
        alert: 'QueueStuck',
        entityRef: COMPONENT_REF,
        firings: 3,
        firesNow: false,
        mayPage: true,
        reason: 'No runbook names it.',
      },
    ],
    failing: [BROKEN],
    failingCount: 4,
    runbookCount: 12,
    followUps: { open: 5, overdue: 2 },
    responders: {
      n: 10,
      share: 0.8,
      others: 2,
      suggestion: 'Let the next on-call pair with one of the two others.',
    },
    ...changes,
  };
}

const NONE = { fired: 0, covered: 0, ratio: null };

function renderCard(getTeamRunbooks: () => Promise<TeamRunbooks>) {
  return renderTestApp({
    apis: [mockRunbooksApi({ getTeamRunbooks })],
    extensions: [
      createTestEntityPage({ entity: GROUP }),
      groupRunbooksCard,
      runbooksPage,
    ],
  });
}

describe('team card', () => {
  it('says what would fail the team tonight', async () => {
    const { container } = renderCard(async () => team());
    expect(
      await screen.findByText(
        '1 alert may page you without a runbook and 4 of 12 runbooks would fail',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Write a runbook for .*QueueStuck/ }),
    ).toHaveAttribute(
      'href',
      '/runbooks/coverage?write=QueueStuck&on=component%3Adefault%2Fcheckout-web',
    );
    expect(screen.getByRole('link', { name: 'Disk full' })).toHaveAttribute(
      'href',
      '/runbooks/disk-full',
    );
    expect(screen.getByText(/5 follow-ups of incidents/)).toHaveTextContent(
      '2 are overdue',
    );
    expect(
      screen.getByRole('button', { name: /Open the runbook of/ }),
    ).toBeVisible();
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });

  it('tells the owning team what hangs on one person, in numbers', async () => {
    renderCard(async () => team());
    expect(
      await screen.findByText(/One person took part in 8 of the 10 incidents/),
    ).toHaveTextContent(
      '2 others have resolved one. Let the next on-call pair',
    );
  });

  it('tells nothing of it to others', async () => {
    renderCard(async () => team({ responders: null }));
    await screen.findByText(/4 of 12 runbooks/);
    expect(screen.queryByText(/One person/)).not.toBeInTheDocument();
  });

  it('says so where nothing that is known would fail', async () => {
    renderCard(async () =>
      team({
        firing: [],
        coverage: coverage({ night: { fired: 4, covered: 4, ratio: 1 } }),
        uncoveredAtNight: [],
        failing: [],
        failingCount: 0,
        followUps: { open: 0, overdue: 0 },
        responders: null,
      }),
    );
    expect(
      await screen.findByText('Nothing that is known would fail you tonight'),
    ).toBeVisible();
  });

  it('does not take a team of which nothing is known for a good one', async () => {
    renderCard(async () =>
      team({
        firing: [],
        coverage: coverage({ ...NONE, night: NONE, silent: NONE }),
        uncoveredAtNight: [],
        failing: [],
        failingCount: 0,
        runbookCount: 0,
        followUps: { open: 0, overdue: 0 },
        responders: null,
      }),
    );
    expect(
      await screen.findByText(
        'No runbook and no alert is known of this team yet',
      ),
    ).toBeVisible();
  });

  it('explains a refusal', async () => {
    renderCard(async () => {
      throw await refusal(403);
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });

  it('tries again after an error', async () => {
    renderCard(
      jest.fn(async () => team()).mockRejectedValueOnce(await refusal(500)),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(/4 of 12 runbooks/)).toBeVisible();
  });
});
