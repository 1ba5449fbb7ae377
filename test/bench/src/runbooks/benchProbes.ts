import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { RunbookHosts } from './RunbookHosts';
import {
  countExpected,
  countSettled,
  createCatalog,
  PAUSE_MS,
  readTotals,
  startProbingServer,
  TIMEOUT_MS,
  triggerTask,
} from './startProbingServer';

const URLS = 5_000;
/** Timers of two processes are not the same to the millisecond. */
const PAUSE_TOLERANCE_MS = 5;
/** Slow hosts are waited for until the timeout; a standstill as long would be theirs. */
const STANDSTILL_MS = TIMEOUT_MS / 2;
const SECONDS = 180;
/** Of what has an outcome at the first look. */
const ALMOST_ALL = 0.99;
/** Of the second half of the addresses over the first. */
const MEGABYTES = 50;

/**
 * Five thousand addresses on forty hosts, among them slow, dead, moved, huge and private ones and some behind a login, all
 * due at once: how long until each was looked at, how polite that was, and how far the memory of the backend rises.
 */
export async function benchProbes(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const folder = await createTempFolder();
  const hosts = await RunbookHosts.start();
  const database = await startDatabase(stage.engine, folder);
  const catalogPath = join(folder, 'catalog-info.yaml');
  const urls = hosts.urls(URLS);
  await writeFile(catalogPath, createCatalog(urls));
  const server = await startProbingServer({
    catalogPath,
    database,
    folder,
    hosts,
  });
  const memory = watchMemoryOf(server.pid);
  try {
    await waitFor(
      'the registry',
      async () => {
        await triggerTask(server, 'sync-catalog');
        return (await readTotals(server)).totalItems === URLS;
      },
      { timeoutMs: 600_000, intervalMs: 5_000 },
    );
    memory.takeMost();
    await triggerTask(server, 'probe-runbooks');
    const halves = [0.5, 1].map(share =>
      Math.floor(hosts.reachable(urls) * share),
    );
    const most: number[] = [];
    for (const half of halves) {
      await waitFor(
        `${half} addresses to be asked for`,
        async () => hosts.seen >= half,
        { timeoutMs: 300_000 },
      );
      most.push(memory.takeMost());
    }
    const outcomes = await waitFor(
      'what was seen to be judged',
      async () => {
        const { resolves } = (await readTotals(server)).totals;
        // One that did not answer in time on a busy machine is looked at again in an hour.
        return countSettled(resolves) >= countExpected(urls) * ALMOST_ALL
          ? resolves
          : undefined;
      },
      { timeoutMs: 120_000, intervalMs: 1_000 },
    );
    const { longestStandstill, mostAtOnce, seconds, shortestPause } = hosts;
    return [
      {
        name: `${URLS} addresses on 40 hosts looked at (${stage.engine})`,
        figure: `${seconds.toFixed(0)} s, ${(URLS / seconds).toFixed(
          0,
        )} a second`,
        target: `≤ ${SECONDS} s`,
        met: seconds <= SECONDS,
      },
      {
        name: 'what they came to',
        figure: describe(outcomes),
      },
      {
        name: 'requests at once to a host, and the shortest pause',
        figure: `${mostAtOnce}, ${Math.round(shortestPause)} ms`,
        target: `1, ${PAUSE_MS} ms`,
        met: mostAtOnce === 1 && shortestPause >= PAUSE_MS - PAUSE_TOLERANCE_MS,
      },
      {
        name: 'longest time in which no host was asked that answers',
        figure: `${Math.round(longestStandstill)} ms`,
        target: `≤ ${STANDSTILL_MS} ms`,
        met: longestStandstill <= STANDSTILL_MS,
      },
      {
        name: 'most memory while probing, first and second half',
        figure: most.map(megabytes => `${Math.round(megabytes)} MB`).join(', '),
        target: `≤ ${MEGABYTES} MB more`,
        met: most[1] - most[0] <= MEGABYTES,
      },
    ];
  } finally {
    memory.stop();
    await server.stop();
    await database.stop();
    await hosts.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Follows the resident memory of another process, in megabytes, for as long as there is one. */
function watchMemoryOf(pid: number) {
  let most = 0;
  const timer = setInterval(async () => {
    most = Math.max(most, await readMemory(pid));
  }, 200);
  return {
    /** The most since it was asked for last. */
    takeMost(): number {
      const taken = most;
      most = 0;
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}

/** 0 when it is gone. */
async function readMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000;
}

function describe(states: Record<string, number>): string {
  return Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}
