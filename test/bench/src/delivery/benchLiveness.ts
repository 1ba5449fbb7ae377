import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { createHugeEvent, createHugeReport } from './hugePayloads';
import { startIntakeServer } from './startIntakeServer';

const ROUNDS = 5;

/** How long anybody else waits for an answer, in milliseconds, while the backend takes in what is as large as it may be. */
const MOST = { report: 150, event: 400 };

/**
 * The longest that the liveness probe of the backend takes to answer while one huge delivery is taken in, and made records
 * of, asked for by this process without a pause; the median of some rounds.
 */
export async function benchLiveness(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const folder = await createTempFolder();
  const database = await startDatabase(stage.engine, folder);
  const server = await startIntakeServer({ database, folder, worker: true });
  try {
    const report = await medianOf(() =>
      measureLongest(server, `/api/delivery/test-results?${runOf()}`, {
        type: 'application/xml',
        body: createHugeReport(),
      }),
    );
    const event = await medianOf(() =>
      measureLongest(server, '/api/delivery/events', {
        type: 'application/json',
        body: createHugeEvent(),
      }),
    );
    return [
      rowOf('5 MB test report', report, MOST.report, stage),
      rowOf('4.4 MB event', event, MOST.event, stage),
    ];
  } finally {
    await server.stop();
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each report is of a run of its own. */
function runOf(): URLSearchParams {
  return new URLSearchParams({
    repo: 'bench/checkout',
    sha: 'a'.repeat(40),
    runId: randomUUID(),
  });
}

function rowOf(
  what: string,
  longest: number,
  most: number,
  { engine }: Pick<Stage, 'engine'>,
): Row {
  return {
    name: `longest wait of others for a ${what} (${engine})`,
    figure: `${Math.round(longest)} ms`,
    target: `≤ ${most} ms`,
    met: longest <= most,
  };
}

async function medianOf(measure: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    figures.push(await measure());
  }
  return figures.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

async function measureLongest(
  server: Server,
  path: string,
  { type, body }: { type: string; body: string },
): Promise<number> {
  let isOver = false;
  const taken = fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { ...serviceHeaders(), 'Content-Type': type },
    body,
  }).finally(() => {
    isOver = true;
  });
  let longest = 0;
  while (!isOver) {
    const started = performance.now();
    const answer = await fetch(`${server.url}/.backstage/health/v1/liveness`);
    await answer.arrayBuffer();
    longest = Math.max(longest, performance.now() - started);
  }
  const outcome = await taken;
  if (outcome.status !== 202) {
    throw new Error(`${path} was answered with ${await outcome.text()}`);
  }
  return longest;
}
