import { JsonObject } from '@backstage/types';
import { Target } from '../http/measureRates';
import { Portal } from '../stage/startPortal';
import { componentNames, createScorecard } from '../workload';
import { shownComponents, TOP_GROUP } from './organisation';

const SCORECARD = '/api/scorecards/scorecards/default/readiness';
const TOP_GROUP_PATH = TOP_GROUP.replace(':', '/');

/** The rows of a table of entities that shows their levels. */
const LEVELS_AT_ONCE = 100;

/** What pages ask for, whoever looks at them. */
export const READS = [
  'catalog, one entity by name',
  'entity scorecards',
  'entity transitions',
  'entity facts',
  'levels of 100 entities',
  'scorecards',
  'scorecard',
  'matrix, first page',
  'matrix, worst of a level',
  'matrix, those that fail a check',
  'rollup by owner',
  'rollup by check',
  'history of 90 days',
  'page of the top group',
  'waivers',
  'fact sources',
  'delivery overview',
  'delivery of the top group',
  'delivery of an entity',
  'runbooks',
  'alert coverage',
  'runbooks of the top group',
  'onboarding tracks',
] as const;

export type ReadName = (typeof READS)[number];

/** How each of them is asked for. */
export function createReads(
  portal: Portal,
  components: number,
): Record<ReadName, Target> {
  const to = (...paths: string[]): Target => ({
    server: portal,
    headers: portal.userHeaders,
    paths,
  });
  const ofEach = (path: (name: string) => string) =>
    to(...shownComponents(components).map(path));
  return {
    'catalog, one entity by name': ofEach(
      name => `/api/catalog/entities/by-name/component/default/${name}`,
    ),
    'entity scorecards': ofEach(
      name => `/api/scorecards/entities/component/default/${name}`,
    ),
    'entity transitions': ofEach(
      name => `/api/scorecards/entities/component/default/${name}/transitions`,
    ),
    'entity facts': ofEach(
      name => `/api/scorecards/facts/component/default/${name}`,
    ),
    'levels of 100 entities': post(to('/api/scorecards/entities/by-refs'), {
      entityRefs: componentNames(components)
        .slice(0, LEVELS_AT_ONCE)
        .map(name => `component:default/${name}`),
    }),
    scorecards: to('/api/scorecards/scorecards'),
    scorecard: to(SCORECARD),
    'matrix, first page': to(`${SCORECARD}/entities?limit=100`),
    'matrix, worst of a level': to(
      `${SCORECARD}/entities?limit=100&level=none`,
    ),
    'matrix, those that fail a check': to(
      `${SCORECARD}/entities?limit=100&check=tested`,
    ),
    'rollup by owner': to(`${SCORECARD}/rollup?by=owner`),
    'rollup by check': to(`${SCORECARD}/rollup?by=check`),
    'history of 90 days': to(`${SCORECARD}/history`),
    'page of the top group': to(`/api/scorecards/owners/${TOP_GROUP_PATH}`),
    waivers: to('/api/scorecards/waivers'),
    'fact sources': to('/api/scorecards/sources'),
    'delivery overview': to('/api/delivery/overview'),
    'delivery of the top group': to(
      `/api/delivery/entities/${TOP_GROUP_PATH}/measures`,
    ),
    'delivery of an entity': ofEach(
      name => `/api/delivery/entities/component/default/${name}/measures`,
    ),
    runbooks: to('/api/runbooks/runbooks'),
    'alert coverage': to('/api/runbooks/coverage'),
    'runbooks of the top group': to(`/api/runbooks/teams/${TOP_GROUP_PATH}`),
    'onboarding tracks': to('/api/onboarding/tracks'),
  };
}

/** What reads everything that there is, by one request or page by page: its time may grow as the number of entities does. */
export const SWEEPS = [
  'CSV of all entities',
  'all entities of a level, by 500',
  'preview over all entities',
] as const;

export type SweepName = (typeof SWEEPS)[number];

/** How each of them is done. */
export function createSweeps(
  portal: Portal,
): Record<SweepName, () => Promise<void>> {
  return {
    'CSV of all entities': async () => {
      await read(portal, `${SCORECARD}/entities?format=csv`);
    },
    'all entities of a level, by 500': async () => {
      let cursor: string | undefined;
      do {
        const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
        const body = await read(
          portal,
          `${SCORECARD}/entities?level=none&limit=500${after}`,
        );
        cursor = JSON.parse(body).nextCursor;
      } while (cursor);
    },
    'preview over all entities': async () => {
      await read(portal, '/api/scorecards/preview', {
        scorecard: createScorecard() as unknown as JsonObject,
      });
    },
  };
}

function post(target: Target, body: JsonObject): Target {
  return {
    ...target,
    method: 'POST',
    headers: { ...target.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function read(
  { url, userHeaders }: Portal,
  path: string,
  body?: JsonObject,
): Promise<string> {
  const response = await fetch(`${url}${path}`, {
    headers: { ...userHeaders, 'Content-Type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) {
    throw new Error(`${path} was answered with ${response.status}: ${text}`);
  }
  return text;
}
