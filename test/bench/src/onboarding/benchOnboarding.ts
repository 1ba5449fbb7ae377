import { measureLatencies } from '../delivery/measureLatencies';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { componentNames, ENTITIES, USER_REF } from '../workload';
import { askOnboarding, triggerTask } from './askOnboarding';
import { KINDS, NEWCOMERS, newcomerRefs, TASKS, TRACK_REF } from './newcomers';

const BURST_S = 10;
const TIMES_SCORECARDS = 1.5;
const REQUESTS = 400;
const AT_ONCE = 20;

/**
 * Two thousand people on a journey of forty tasks: how soon ten thousand records that come at once have verified the right
 * tasks of theirs, and what somebody's own journey takes to read, next to the scorecards of an entity.
 */
export async function benchOnboarding(stage: Stage): Promise<Row[]> {
  const portal = await stage.onboardingPortal();
  await triggerTask(portal, 'sync-catalog');
  await startJourneys(portal);
  await triggerTask(portal, 'verify-by-records');
  await waitFor(
    'everybody to be known to the source of records',
    async () => {
      const { identified } = await askOnboarding<{ identified: number }>(
        portal,
        'GET',
        '/bench/identified',
      );
      return identified > NEWCOMERS;
    },
    { timeoutMs: 120_000, intervalMs: 500 },
  );

  const { told } = await askOnboarding<{ told: number }>(
    portal,
    'POST',
    '/bench/burst',
  );
  const started = performance.now();
  await waitFor(
    'the records to be read',
    () => triggerTask(portal, 'verify-by-records'),
    { intervalMs: 20 },
  );
  await waitFor(
    'the records to verify tasks',
    async () => {
      const done = await askOnboarding<Record<string, number>>(
        portal,
        'GET',
        '/bench/done',
      );
      return KINDS.every(kind => done[`${kind}-1`] === NEWCOMERS);
    },
    { timeoutMs: 120_000, intervalMs: 100 },
  );
  const seconds = (performance.now() - started) / 1_000;
  const done = await askOnboarding<Record<string, number>>(
    portal,
    'GET',
    '/bench/done',
  );
  const wrong = Object.keys(done).filter(task => !task.endsWith('-1'));

  const to = (...paths: string[]) => ({
    server: portal,
    headers: portal.userHeaders,
    paths,
  });
  const p95 = await measureLatencies(
    {
      scorecards: to(
        ...componentNames(ENTITIES)
          .slice(-REQUESTS / 4)
          .map(name => `/api/scorecards/entities/component/default/${name}`),
      ),
      journey: to('/api/onboarding/journeys/me'),
    },
    { requests: REQUESTS },
  );
  const times = p95.journey / p95.scorecards;
  return [
    {
      name: `${told} records verify tasks of ${NEWCOMERS} journeys × ${TASKS} tasks (${stage.engine})`,
      figure: `${seconds.toFixed(1)} s`,
      target: `≤ ${BURST_S} s`,
      met: seconds <= BURST_S,
    },
    {
      name: 'tasks verified that should not be',
      figure: `${wrong.length}`,
      target: '0',
      met: wrong.length === 0,
    },
    {
      name: `my journey p95 (${stage.engine})`,
      figure: `${p95.journey.toFixed(1)} ms`,
    },
    {
      name: 'my journey p95 / entity scorecards p95',
      figure: `${times.toFixed(2)} ×`,
      target: `≤ ${TIMES_SCORECARDS} ×`,
      met: times <= TIMES_SCORECARDS,
    },
  ];
}

/** Through the door by which journeys are assigned, that of the person who reads among them. */
async function startJourneys(portal: Server): Promise<void> {
  const waiting = [USER_REF, ...newcomerRefs()];
  await waitFor('the track', async () => {
    const { items } = await askOnboarding<{ items: unknown[] }>(
      portal,
      'GET',
      '/tracks?limit=1',
    );
    return items.length === 1;
  });
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let user = waiting.pop(); user; user = waiting.pop()) {
        await askOnboarding(portal, 'POST', '/journeys', {
          body: { track: TRACK_REF, user },
        });
      }
    }),
  );
}
