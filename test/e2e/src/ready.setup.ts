import { expect, test as setup } from '@playwright/test';
import { running } from './support/addresses';
import { ask } from './support/api';
import { requireBuilt } from './support/requireBuilt';

// Said before anything is started.
if (!running) {
  requireBuilt('app');
}

interface Totals {
  items: { scorecardRef: string; totals: { levels: Record<string, number> } }[];
}

interface Overview {
  measures: { id: string; state: string }[];
}

interface Sources {
  sources: { backlog: number }[];
}

interface Runbooks {
  totalItems: number;
  totals: { resolves?: Record<string, number> };
}

interface Firing {
  totalItems: number;
}

interface MyJourneys {
  journeys: { milestones: { tasks: { id: string; state: string }[] }[] }[];
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
        // Some of its questions are not answered yet.
        'scorecard:default/growth-review': false,
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

setup(
  'the runbooks of the demo organisation are read and probed',
  async ({ request }) => {
    setup.setTimeout(240_000);
    const known = async () => {
      const { totalItems, totals } = await ask<Runbooks>(
        request,
        '/runbooks/runbooks',
      );
      const firing = await ask<Firing>(request, '/runbooks/firing');
      return {
        thirtyAtLeast: totalItems >= 30,
        // Some stay unknown: a host that does not answer is tried again for long.
        probed:
          (totals.resolves?.ok ?? 0) >= 30 && (totals.resolves?.bad ?? 0) > 0,
        fires: firing.totalItems > 0,
      };
    };
    await expect(async () => {
      expect(await known()).toEqual({
        thirtyAtLeast: true,
        probed: true,
        fires: true,
      });
    }).toPass(WAITING);
  },
);

setup(
  'the newcomers of the demo organisation are on their tracks',
  async ({ request }) => {
    setup.setTimeout(240_000);
    const firstBuild = async () => {
      const { journeys } = await ask<MyJourneys>(
        request,
        '/onboarding/journeys/me',
      );
      return journeys[0]?.milestones
        .flatMap(({ tasks }) => tasks)
        .find(({ id }) => id === 'first-build')?.state;
    };
    await expect(async () => {
      expect(await firstBuild()).toBe('done');
    }).toPass(WAITING);
  },
);
