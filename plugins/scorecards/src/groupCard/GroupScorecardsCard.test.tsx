import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import {
  Campaign,
  CampaignTeamState,
  OwnerScorecardsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { GROUP, OWNER_SCORECARDS } from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { groupScorecardsCard } from '../extensions/entityCards';
import { scorecardsPage } from '../extensions/pages';

function renderCard(
  answer: OwnerScorecardsResponse = OWNER_SCORECARDS,
  campaigns: Campaign[] = [],
) {
  return renderTestApp({
    apis: [
      mockScorecardsApi({
        getOwnerScorecards: async () => answer,
        listCampaigns: async () => ({
          items: campaigns,
          totalItems: campaigns.length,
        }),
      }),
    ],
    extensions: [
      createTestEntityPage({ entity: GROUP }),
      groupScorecardsCard,
      scorecardsPage,
    ],
  });
}

describe('group card', () => {
  it('says first how many entities have no level, then the totals in words', async () => {
    renderCard();
    const section = within(
      await screen.findByRole('region', { name: 'Production readiness' }),
    );
    expect(section.getByText('1 of 9 has no level yet')).toBeVisible();
    expect(section.getByText('77 / 100')).toBeVisible();
    expect(
      within(section.getByRole('list', { name: 'Entities by level' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Gold 1', 'Silver 3', 'Bronze 4', 'No level yet 1']);
  });

  it('says of a scorecard that has nothing left to do in one line how many stand where, after the others', async () => {
    const [open] = OWNER_SCORECARDS.scorecards;
    const done = {
      ...open,
      scorecardRef: 'scorecard:default/ownership',
      title: 'Ownership',
      totals: { ...open.totals, entities: 8, levels: { gold: 8 } },
    };
    renderCard({ ...OWNER_SCORECARDS, scorecards: [done, open] });
    const last = await screen.findByRole('region', { name: 'Ownership' });
    expect(within(last).getByText('All 8 at gold')).toBeVisible();
    expect(within(last).queryByRole('list')).not.toBeInTheDocument();
    expect(
      screen
        .getAllByRole('region', { name: /Production readiness|Ownership/ })
        .map(section => section.getAttribute('aria-label')),
    ).toEqual(['Production readiness', 'Ownership']);
  });

  it('lists the worst entities first, each leading to its scorecards', async () => {
    renderCard();
    const list = await screen.findByRole('list', { name: 'Worst first' });
    const [first, second] = within(list).getAllByRole('listitem');
    expect(first).toHaveTextContent(/3 checks fail, \d checks without data/);
    expect(second).toHaveTextContent('1 check fails');
    expect(
      within(first).getByRole('link', { name: 'payments-api' }),
    ).toHaveAttribute('href', expect.stringMatching(/scorecards$/));
  });

  it('says where the score comes from, and which teams are counted', async () => {
    renderCard();
    expect(await screen.findByText(/up 37 since Oct 20/)).toBeVisible();
    expect(screen.getByText(/Includes 1 team below it/)).toHaveTextContent(
      'checkout-payments',
    );
  });

  it('says how many campaigns are active of those that the team may have, and what is due next', async () => {
    const campaign = (
      title: string,
      deadline: string,
      state: CampaignTeamState,
    ) =>
      ({
        id: title,
        title,
        deadline,
        team: { teamRef: 'group:default/crew', state },
      } as Campaign);
    renderCard(undefined, [
      campaign('Later', '2026-12-24T00:00:00Z', 'active'),
      campaign('Sooner', '2026-12-06T12:00:00Z', 'active'),
      campaign('Put off', '2026-12-01T00:00:00Z', 'paused'),
    ]);
    const load = within(
      await screen.findByRole('region', { name: 'Campaigns' }),
    );
    expect(load.getByText('2 of 3 campaigns active')).toBeVisible();
    expect(load.getByText(/Due next/)).toHaveTextContent(
      /^Due next: Sooner on Dec 6/,
    );
    expect(load.getByRole('link', { name: 'Sooner' })).toHaveAttribute(
      'href',
      '/scorecards/campaigns/Sooner',
    );
    expect(load.getByText(/pauses/)).toHaveTextContent('Put off pauses');
  });

  it('says so when no scorecard is about what the team owns', async () => {
    renderCard({ ...OWNER_SCORECARDS, scorecards: [] });
    expect(
      await screen.findByText('No scorecard applies to what this team owns'),
    ).toBeVisible();
  });

  it('has no accessibility violations', async () => {
    const { container } = renderCard();
    await screen.findByText('1 of 9 has no level yet');
    const rules = { 'heading-order': { enabled: false } };
    expect(await axe(container, { rules })).toHaveNoViolations();
  });
});
