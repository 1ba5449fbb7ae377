import {
  Campaign,
  CampaignDetailsResponse,
  CampaignTeam,
} from '@fairlead/backstage-plugin-scorecards-common';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ScorecardsApi } from '../../api';
import { renderPortal } from '../__testUtils__/renderPortal';

const DAY = 24 * 3_600_000;
const at = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const GUILD = 'group:default/guild';

const DRAFT: Campaign = {
  id: 'c-1',
  title: 'Fast builds by winter',
  why: 'Waiting costs everyone, every day.',
  ownerRef: GUILD,
  scorecardRef: 'scorecard:default/production-readiness',
  target: { checks: ['fast-builds'] },
  state: 'draft',
  startsAt: at(2),
  deadline: at(40),
  reminders: ['14d'],
  draftedBy: 'user:default/ada',
  draftedAt: at(-12),
  draftedThrough: 'agent',
};

const POINTS = [
  { at: at(-10), pass: 1, total: 4, promised: 1 },
  { at: at(-5), pass: 1, total: 4, promised: 2 },
  { at: at(0), pass: 2, total: 4, promised: 3 },
];

const team = (more: Partial<CampaignTeam>): CampaignTeam => ({
  teamRef: 'group:default/payments',
  state: 'active',
  entities: { done: 1, total: 3 },
  checks: { pass: 2, fail: 1, unknown: 1 },
  series: POINTS,
  regressions: [
    {
      entityRef: 'component:default/checkout-web',
      checkId: 'fast-builds',
      at: at(-1),
    },
  ],
  ...more,
});

const ACTIVE: CampaignDetailsResponse = {
  ...DRAFT,
  state: 'active',
  startedAt: at(-10),
  progress: team({}),
  teams: [
    team({}),
    team({
      teamRef: 'group:default/discovery',
      state: 'waiting',
      activeElsewhere: [{ id: 'c-2', title: 'Runbooks everywhere' }],
      regressions: [],
    }),
    team({ teamRef: null, regressions: [] }),
  ],
  totalTeams: 3,
  issues: 'template',
  decisions: [
    {
      move: 'draft',
      side: null,
      actor: 'user:default/ada',
      principal: 'agent',
      reason: null,
      at: at(-12),
    },
    {
      move: 'pause',
      side: 'group:default/payments',
      actor: 'user:default/grace',
      principal: 'user',
      reason: 'Creates the most impact: the other one',
      at: at(-3),
    },
  ],
};

const PREVIEW = {
  entities: { done: 5, total: 12 },
  checks: { pass: 5, fail: 6, unknown: 1 },
  teams: 4,
  fullTeams: [
    {
      teamRef: 'group:default/discovery',
      active: [
        { id: 'c-2', title: 'Runbooks everywhere' },
        { id: 'c-3', title: 'Owners' },
        { id: 'c-4', title: 'Docs' },
      ],
    },
  ],
};

const type = (field: HTMLElement, value: string) =>
  fireEvent.change(field, { target: { value } });

function open(
  campaign: CampaignDetailsResponse,
  api: Partial<ScorecardsApi> = {},
) {
  return renderPortal('/campaigns/c-1', {
    groups: [GUILD],
    api: { getCampaign: async () => campaign, ...api },
  });
}

describe('the list of campaigns', () => {
  it('says of each what it asks for, who answers and until when, narrowed by its address', async () => {
    const listCampaigns = jest.fn(async () => ({
      items: [DRAFT],
      totalItems: 1,
    }));
    renderPortal('/campaigns?state=draft', { api: { listCampaigns } });
    expect(await screen.findByText('1 campaign, newest first')).toBeVisible();
    expect(listCampaigns).toHaveBeenCalledWith(
      expect.objectContaining({ state: 'draft', limit: 50 }),
    );
    const item = within(
      screen.getByRole('list', { name: 'Campaigns' }),
    ).getByRole('listitem');
    expect(item).toHaveTextContent(/1 check: .*builds/i);
    expect(
      within(item).getByRole('link', { name: DRAFT.title }),
    ).toHaveAttribute('href', '/scorecards/campaigns/c-1');
  });

  it('says what campaigns are where there are none, and leads to a draft', async () => {
    renderPortal('/campaigns');
    expect(await screen.findByText('No campaigns yet')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Draft a campaign' }),
    ).toHaveAttribute('href', expect.stringContaining('/campaigns/new'));
  });

  it('says in words that permission lacks', async () => {
    renderPortal('/campaigns', {
      api: {
        listCampaigns: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});

describe('a campaign', () => {
  it('shows what happened beside what was promised, by team, and has no accessibility violations', async () => {
    const { container } = open(ACTIVE);
    expect(
      await screen.findByText(
        /1 of 3 entities are done. 2 of 4 checks pass; 3 were promised by now. 1 check is not known./,
      ),
    ).toBeVisible();
    const rows = within(
      screen.getByRole('region', { name: 'Teams' }),
    ).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('Team'),
      expect.stringMatching(/payments.*Active.*1 behind/),
      expect.stringMatching(/discovery.*Waits for room.*Runbooks everywhere/),
      expect.stringMatching(/Others/),
    ]);
    await userEvent.click(screen.getByText('Decisions'));
    expect(screen.getByText(/through software/)).toBeVisible();
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });

  it('starts by keyboard, and asks what pauses for a team without room, with both answers', async () => {
    const moveCampaign = jest.fn(async () => ACTIVE);
    open(
      { ...ACTIVE, state: 'draft', startedAt: undefined, teams: [] },
      { moveCampaign, previewCampaign: async () => PREVIEW },
    );
    (await screen.findByRole('button', { name: 'Start' })).focus();
    await userEvent.keyboard('{Enter}');
    const dialog = within(screen.getByRole('dialog'));
    expect(
      await dialog.findByText(/It meets 12 entities of 4 teams/),
    ).toBeVisible();
    type(dialog.getByLabelText('What pauses for discovery'), 'c-2');
    const start = dialog.getByRole('button', { name: 'Start' });
    expect(start).toBeDisabled();
    type(dialog.getByLabelText(/most impact/), 'Fewer pages');
    type(dialog.getByLabelText(/future cost/), 'Less toil');
    await userEvent.click(start);
    await waitFor(() =>
      expect(moveCampaign).toHaveBeenCalledWith('c-1', {
        move: 'start',
        pauses: [
          {
            teamRef: 'group:default/discovery',
            campaignId: 'c-2',
            impact: 'Fewer pages',
            futureCost: 'Less toil',
          },
        ],
      }),
    );
  });

  it('pauses for a team with both answers, and opens its one issue', async () => {
    const moveCampaign = jest.fn(async () => ACTIVE);
    open(ACTIVE, { moveCampaign });
    const row = within(
      (await screen.findByRole('link', { name: 'payments' })).closest('tr')!,
    );
    await userEvent.click(row.getByRole('button', { name: 'Open an issue' }));
    await waitFor(() =>
      expect(moveCampaign).toHaveBeenCalledWith('c-1', {
        move: 'issue',
        teamRef: 'group:default/payments',
      }),
    );
    await userEvent.click(row.getByRole('button', { name: 'Pause' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Pause' })).toBeDisabled();
    type(dialog.getByLabelText(/most impact/), 'A');
    type(dialog.getByLabelText(/future cost/), 'B');
    await userEvent.click(dialog.getByRole('button', { name: 'Pause' }));
    await waitFor(() =>
      expect(moveCampaign).toHaveBeenLastCalledWith('c-1', {
        move: 'pause',
        teamRef: 'group:default/payments',
        impact: 'A',
        futureCost: 'B',
      }),
    );
  });

  it('says why a move was refused', async () => {
    open(
      { ...ACTIVE, state: 'draft', startedAt: undefined },
      {
        moveCampaign: async () => {
          throw await refusal(409, {
            name: 'ConflictError',
            message: 'A team has 3 active campaigns at most',
          });
        },
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Schedule' }),
    );
    expect(
      await screen.findByText(/A team has 3 active campaigns at most/),
    ).toBeVisible();
  });

  it('ends in a change of the scorecard to copy, which keeps the comments of a file', async () => {
    open({ ...ACTIVE, state: 'ended', endedAt: at(0) });
    const level = await screen.findByLabelText('Level of its checks');
    type(level, 'gold');
    const change = within(
      await screen.findByRole('region', {
        name: 'Move into the standing scorecard',
      }),
    );
    expect(change.getAllByText(/level: gold/).length).toBeGreaterThan(0);
    type(
      screen.getByLabelText(/Your own file/),
      'spec:\n  checks:\n    # Be quick\n    - id: fast-builds\n      from: 2027-01-01\n      level: silver\n',
    );
    expect(
      await screen.findByText(/# Be quick/, { selector: 'td' }),
    ).toBeVisible();
    expect(
      screen.getByText(/from: 2027-01-01/, { selector: 'td' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeEnabled();
  });
});

describe('the draft of a campaign', () => {
  it('shows whom it would meet before it is saved', async () => {
    const previewCampaign = jest.fn(async () => PREVIEW);
    const draftCampaign = jest.fn(async () => DRAFT);
    renderPortal(
      '/campaigns/new?scorecard=scorecard:default/production-readiness',
      {
        groups: [GUILD],
        api: {
          previewCampaign,
          draftCampaign,
          getCampaign: async () => ACTIVE,
        },
      },
    );
    const title = await screen.findByLabelText(/^Title/);
    type(title, 'Fast builds');
    type(screen.getByLabelText(/^Why/), 'Waiting costs');
    type(screen.getByLabelText('Who answers for it'), GUILD);
    type(screen.getByLabelText('Level'), 'silver');
    type(screen.getByLabelText(/Only entities/), 'spec.type: service');
    expect(
      await screen.findByText(/It meets 12 entities of 4 teams; 5 are done/),
    ).toBeVisible();
    expect(previewCampaign).toHaveBeenCalledWith({
      scorecardRef: 'scorecard:default/production-readiness',
      target: { level: 'silver' },
      appliesTo: { 'spec.type': 'service' },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the draft' }),
    );
    await waitFor(() =>
      expect(draftCampaign).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'Fast builds',
          ownerRef: GUILD,
          target: { level: 'silver' },
          reminders: ['14d', '3d'],
        }),
      ),
    );
    expect(await screen.findByText('Progress')).toBeVisible();
  });
});
