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
    await expect
      .poll(reached, { timeout: 230_000, intervals: [2_000] })
      .toEqual({
        'scorecard:default/developer-experience': true,
        'scorecard:default/ownership': true,
        'scorecard:default/production-readiness': true,
        'scorecard:default/team-charter': true,
      });
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
  await expect
    .poll(known, { timeout: 230_000, intervals: [2_000] })
    .toEqual({ unread: false, leadTime: 'ok' });
});
