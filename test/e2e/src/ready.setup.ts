import { expect, test as setup } from '@playwright/test';
import { ask } from './support/api';

interface Totals {
  items: { scorecardRef: string; totals: { levels: Record<string, number> } }[];
}

interface Overview {
  measures: { id: string; state: string }[];
}

interface Sources {
  sources: { backlog: number }[];
}

/** At first the backend may not even listen yet. */
const WAITING = { timeout: 230_000, intervals: [2_000] };

setup(
  'the demo organisation is read, measured and judged',
  async ({ request }) => {
    setup.setTimeout(240_000);
    const reached = async () => {
      const { items } = await ask<Totals>(request, '/scorecards/scorecards');
      return Object.fromEntries(
        items.map(({ scorecardRef, totals }) => [
          scorecardRef,
          (totals.levels.gold ?? totals.levels.understood) > 0,
        ]),
      );
    };
    await expect(async () => {
      expect(await reached()).toEqual({
        'scorecard:default/developer-experience': true,
        'scorecard:default/ownership': true,
        'scorecard:default/production-readiness': true,
        'scorecard:default/team-charter': true,
      });
    }).toPass(WAITING);
  },
);

setup('the year of the demo organisation is replayed', async ({ request }) => {
  setup.setTimeout(240_000);
  const known = async () => {
    const { sources } = await ask<Sources>(request, '/delivery/sources');
    const { measures } = await ask<Overview>(request, '/delivery/overview');
    return {
      unread: sources.some(({ backlog }) => backlog > 0),
      leadTime: measures.find(({ id }) => id === 'leadTime')?.state,
    };
  };
  await expect(async () => {
    expect(await known()).toEqual({ unread: false, leadTime: 'ok' });
  }).toPass(WAITING);
});
