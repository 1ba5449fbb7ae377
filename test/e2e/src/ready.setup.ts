import { expect, test as setup } from '@playwright/test';
import { ask } from './support/api';

interface Totals {
  items: { scorecardRef: string; totals: { levels: Record<string, number> } }[];
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
