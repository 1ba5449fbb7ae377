import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { refusal } from '@fairlead/frontend-parts/testUtils';
import { screen, within } from '@testing-library/react';
import {
  OWNER_SCORECARDS,
  row,
  SCORECARD,
  WAITING_WAIVER,
} from '../__fixtures__';
import { mockScorecardsApi } from '../__testUtils__/mockScorecardsApi';
import { ScorecardsApi } from '../api';
import { rootRouteRef } from '../routes';
import { HomeScorecards } from './HomeScorecards';

async function renderWidget(
  options: {
    scorecard?: string;
    rows?: number;
    teams?: string[];
    api?: Partial<ScorecardsApi>;
  } = {},
) {
  const { teams = ['group:default/checkout'], api, ...settings } = options;
  await renderInTestApp(<HomeScorecards {...settings} />, {
    apis: [
      mockScorecardsApi({
        listScorecards: async () => ({ items: [SCORECARD], totalItems: 1 }),
        getOwnerScorecards: async ownerRef => ({
          ...OWNER_SCORECARDS,
          ownerRef,
        }),
        listWaivers: async () => ({ items: [], totalItems: 0 }),
        ...api,
      }),
      mockApis.identity({
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: ['user:default/guest', ...teams],
      }),
    ],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/scorecards': rootRouteRef,
    },
  });
}

describe('home widget', () => {
  it.each([
    ['the first scorecard when none is chosen', undefined],
    ['the scorecard chosen by name', 'production-readiness'],
    ['the scorecard chosen by ref', 'scorecard:default/production-readiness'],
  ])('shows what is worst under %s', async (_, scorecard) => {
    await renderWidget({ scorecard });
    expect(
      await screen.findByText('2 entities of your teams have something to do'),
    ).toBeVisible();
    const [worst] = screen.getAllByRole('listitem');
    expect(worst).toHaveTextContent(
      '3 checks fail: Owned by a team that exists and has members, Builds answer within ten minutes',
    );
    expect(within(worst).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining('?check=production-readiness%2Fowned-by-a-team'),
    );
  });

  it('shows an entity once that a parent and its child team both count', async () => {
    await renderWidget({
      teams: ['group:default/checkout', 'group:default/checkout-payments'],
    });
    await screen.findByText('2 entities of your teams have something to do');
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
  });

  it('shows as many entities as its settings say', async () => {
    await renderWidget({ rows: 1 });
    await screen.findByText('2 entities of your teams have something to do');
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });

  it('names the scorecards there are when the chosen one is unknown', async () => {
    await renderWidget({ scorecard: 'nope' });
    expect(
      await screen.findByText('There is no scorecard “nope”'),
    ).toBeVisible();
    expect(screen.getByText(/There are: production-readiness/)).toBeVisible();
  });

  it('begins with the waivers that wait for the reader', async () => {
    const listWaivers = jest.fn(async () => ({
      items: [WAITING_WAIVER],
      totalItems: 4,
    }));
    await renderWidget({ api: { listWaivers } });
    expect(
      await screen.findByRole('link', {
        name: '4 waivers wait for your decision',
      }),
    ).toHaveAttribute('href', '/scorecards/waivers?waitingFor=me');
    expect(listWaivers).toHaveBeenCalledWith({ waitingFor: 'me', limit: 3 });
    expect(
      screen.getByRole('link', { name: 'checkout-web' }).parentElement,
    ).toHaveTextContent(/Builds answer within ten minutes/);
  });

  it('says so where the waivers that wait could not be read', async () => {
    await renderWidget({
      api: {
        listWaivers: async () => {
          throw await refusal(500);
        },
      },
    });
    await screen.findByText('2 entities of your teams have something to do');
    expect(
      await screen.findByRole('button', { name: 'Try again' }),
    ).toBeVisible();
  });

  it('says so to a reader without a team', async () => {
    await renderWidget({ teams: [] });
    expect(await screen.findByText('You belong to no team yet')).toBeVisible();
  });

  it.each([
    ['all is well', [row('a', { failing: [] })], /All checks pass/],
    ['nothing is owned', [], /own nothing this scorecard is about/],
  ])('says so when %s', async (_, worst, sentence) => {
    await renderWidget({
      api: {
        getOwnerScorecards: async () => ({
          ...OWNER_SCORECARDS,
          scorecards: [{ ...OWNER_SCORECARDS.scorecards[0], worst }],
        }),
      },
    });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('says in words that permission lacks', async () => {
    await renderWidget({
      api: {
        getOwnerScorecards: async () => {
          throw await refusal(403);
        },
      },
    });
    expect(await screen.findByText('You may not see this')).toBeVisible();
  });
});
