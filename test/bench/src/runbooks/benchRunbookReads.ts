import {
  CoverageAnswer,
  EntityRunbooks,
} from '@fairlead/backstage-plugin-runbooks-common';
import { measureLatencies } from '../delivery/measureLatencies';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { componentNames, ENTITIES } from '../workload';
import { ALERTS_OF_EACH } from './operations';

const TIMES_SCORECARDS = 1.5;
const COVERAGE_MS = 300;
const REQUESTS = 400;

/**
 * What pages ask of runbooks, beside ten thousand alert names of two thousand components: those of an entity, next to the
 * scorecards of the same one, and the alert coverage of the whole organisation.
 */
export async function benchRunbookReads(stage: Stage): Promise<Row[]> {
  const portal = await stage.runbooksPortal();
  const alerts = ENTITIES * ALERTS_OF_EACH;
  await waitForRunbooks(portal, alerts);
  const names = componentNames(ENTITIES).slice(-REQUESTS / 4);
  const to = (...paths: string[]) => ({
    server: portal,
    headers: portal.userHeaders,
    paths,
  });
  const p95 = await measureLatencies(
    {
      scorecards: to(
        ...names.map(
          name => `/api/scorecards/entities/component/default/${name}`,
        ),
      ),
      runbooks: to(
        ...names.map(
          name => `/api/runbooks/entities/component/default/${name}`,
        ),
      ),
      coverage: to(
        '/api/runbooks/coverage?limit=50',
        '/api/runbooks/coverage?limit=50&owner=team-3',
      ),
    },
    { requests: REQUESTS },
  );
  const times = p95.runbooks / p95.scorecards;
  return [
    {
      name: `entity scorecards p95 (${stage.engine})`,
      figure: `${p95.scorecards.toFixed(1)} ms`,
    },
    {
      name: `entity runbooks p95 (${stage.engine})`,
      figure: `${p95.runbooks.toFixed(1)} ms`,
    },
    {
      name: 'entity runbooks p95 / entity scorecards p95',
      figure: `${times.toFixed(2)} ×`,
      target: `≤ ${TIMES_SCORECARDS} ×`,
      met: times <= TIMES_SCORECARDS,
    },
    {
      name: `alert coverage p95 (${alerts} alert names)`,
      figure: `${p95.coverage.toFixed(1)} ms`,
      target: `< ${COVERAGE_MS} ms`,
      met: p95.coverage < COVERAGE_MS,
    },
  ];
}

/** Until every alert is there with its runbook: three of the five of a component have one. */
async function waitForRunbooks(server: Server, alerts: number): Promise<void> {
  for (const task of ['sync-catalog', 'read-operations']) {
    await trigger(server, task);
  }
  const read = async <T>(path: string): Promise<T> => {
    const response = await fetch(`${server.url}/api/runbooks${path}`, {
      headers: serviceHeaders(),
    });
    if (!response.ok) {
      throw new Error(`${path}: ${await response.text()}`);
    }
    return response.json();
  };
  await waitFor(
    'the runbooks of all alerts',
    async () => {
      const { coverage } = await read<CoverageAnswer>('/coverage?limit=1');
      return (
        coverage.fired === alerts &&
        coverage.covered === (alerts / ALERTS_OF_EACH) * 3
      );
    },
    { timeoutMs: 300_000, intervalMs: 2_000 },
  );
  const [name] = componentNames(1);
  const { runbooks } = await read<EntityRunbooks>(
    `/entities/component/default/${name}`,
  );
  if (runbooks.length !== 1) {
    throw new Error(`'${name}' has ${runbooks.length} runbooks`);
  }
}

async function trigger({ url }: Server, task: string): Promise<void> {
  const response = await fetch(
    `${url}/api/runbooks/.backstage/scheduler/v1/tasks/${task}/trigger`,
    { method: 'POST', headers: serviceHeaders() },
  );
  // One that is running already is as good.
  if (!response.ok && response.status !== 409) {
    throw new Error(`'${task}' could not be triggered: ${response.status}`);
  }
}
