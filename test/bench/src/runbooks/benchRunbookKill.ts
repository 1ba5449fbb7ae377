import { RunbookPage } from '@fairlead/backstage-plugin-runbooks-common';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { createTempFolder } from '../servers/createTempFolder';
import { Database, startDatabase } from '../servers/database';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { Checklist, readChecklist, readUses } from './Checklist';
import { RunbookHosts } from './RunbookHosts';
import {
  askRunbooks,
  countExpected,
  countSettled,
  createCatalog,
  readTotals,
  startProbingServer,
  triggerTask,
} from './startProbingServer';

const KILLS = 3;
const URLS = 600;

/** From the first tick to the kill, at least and at most. */
const SECONDS = [0.5, 3] as const;

/** Long enough for each look to end, however busy the machine is: what is compared in the end does not hang on that. */
const TIMEOUT_MS = 5_000;

/** A look is somebody's for so long, and a minute more. */
const LEASE_SECONDS = TIMEOUT_MS / 1_000 + 60;

/** At once, by one process. */
const CONCURRENCY = 8;

/** From the end of the last lease to the last address, at a second each. */
const REST_SECONDS = 15;

/**
 * Kills the backend with -9 at random times in the midst of looking at addresses and of people who tick steps; compares
 * what is stored with what was answered, and the end with that of a backend that nobody disturbed.
 */
export async function benchRunbookKill(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const { engine } = stage;
  if (engine === 'sqlite') {
    // In memory, nothing outlives the process.
    return [];
  }
  const folder = await createTempFolder();
  const database = await startDatabase(engine, folder);
  try {
    const runs = [
      run({ database, folder, name: 'killed', kills: KILLS }),
      run({ database, folder, name: 'undisturbed', kills: 0 }),
    ] as const;
    // Where one fails, the other one ends all the same.
    await Promise.allSettled(runs);
    const [killed, undisturbed] = await Promise.all(runs);
    const { hosts, seconds } = killed;
    const [lookedAt, reachable] = [hosts.seen, killed.reachable];
    const again = hosts.looks - lookedAt;
    return [
      {
        name: `ticks answered before ${KILLS} kills -9, lost afterwards (${engine})`,
        figure: `${killed.lost} of ${killed.changes}`,
        target: 'none',
        met: killed.changes > 0 && killed.lost === 0,
      },
      {
        name: 'uses that these were',
        figure: `${killed.uses}`,
        target: '1',
        met: killed.uses === 1,
      },
      {
        name: 'addresses looked at in the end, looks that a kill made void',
        figure: `${lookedAt} of ${reachable}, ${again}`,
        target: `all, ≤ ${KILLS * CONCURRENCY}`,
        met: lookedAt === reachable && again <= KILLS * CONCURRENCY,
      },
      {
        name: 'requests at once to a host',
        figure: `${hosts.mostAtOnce}`,
        target: '1',
        met: hosts.mostAtOnce === 1,
      },
      {
        name: `from the last start to the last address, a lease of ${LEASE_SECONDS} s included`,
        figure: `${seconds.toFixed(0)} s`,
        target: `≤ ${LEASE_SECONDS + REST_SECONDS} s`,
        met: seconds <= LEASE_SECONDS + REST_SECONDS,
      },
      {
        name: 'steps and addresses that end otherwise than undisturbed ones',
        figure: `${countDifferences(killed.end, undisturbed.end)}`,
        target: '0',
        met: isDeepStrictEqual(killed.end, undisturbed.end),
      },
    ];
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes a backend to the end of all looks and ticks, through so many kills. */
async function run(options: {
  database: Database;
  folder: string;
  name: string;
  kills: number;
}) {
  const { folder, kills, name } = options;
  const hosts = await RunbookHosts.start();
  const urls = hosts.urls(URLS).filter(url => countExpected([url]) === 1);
  const catalogPath = join(folder, `${name}-catalog.yaml`);
  await writeFile(catalogPath, createCatalog(urls, [Checklist.entity()]));
  const start = async () => {
    const server = await startProbingServer({
      ...options,
      catalogPath,
      hosts,
      timeoutMs: TIMEOUT_MS,
    });
    try {
      await waitForRegistry(server, urls.length + 1);
      await triggerTask(server, 'probe-runbooks');
      return { server, runbook: await readChecklist(server) };
    } catch (error) {
      await server.stop();
      throw error;
    }
  };
  const checklist = new Checklist();
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const { server, runbook } = await start();
      await Promise.all([
        checklist.tickUntilGone(server, runbook),
        killSoon(server, checklist),
      ]);
    }
    const { server, runbook } = await start();
    const started = performance.now();
    try {
      const { changes } = checklist;
      const { lost } = await checklist.compare(server);
      await checklist.tickRest(server, runbook);
      await waitFor(
        'every address to be looked at',
        async () =>
          countSettled((await readTotals(server)).totals.resolves) >=
          urls.length + 1,
        { timeoutMs: 180_000 },
      );
      const seconds = (performance.now() - started) / 1_000;
      const { uses } = await checklist.compare(server);
      const end = await readEnd(server);
      return {
        changes,
        end,
        hosts,
        lost,
        reachable: hosts.reachable(urls),
        seconds,
        uses,
      };
    } finally {
      await server.stop();
    }
  } finally {
    await hosts.stop();
  }
}

/** At a random time after the first tick. */
async function killSoon(server: Server, checklist: Checklist): Promise<void> {
  const { changes } = checklist;
  const [least, most] = SECONDS;
  try {
    await waitFor('a tick', async () => checklist.changes > changes, {
      intervalMs: 20,
    });
    await sleep((least + Math.random() * (most - least)) * 1_000);
  } finally {
    process.kill(server.pid, 'SIGKILL');
  }
}

async function waitForRegistry(server: Server, count: number): Promise<void> {
  await waitFor(
    'the registry',
    async () => {
      const { totalItems } = await readTotals(server);
      if (totalItems < count) {
        await triggerTask(server, 'sync-catalog');
      }
      return totalItems === count;
    },
    { timeoutMs: 180_000, intervalMs: 500 },
  );
}

/** How each step and each address stands, by what is the same in every run. */
async function readEnd(server: Server): Promise<Record<string, string>> {
  const end: Record<string, string> = {};
  for (const { steps } of await readUses(server)) {
    for (const { text, done } of steps) {
      end[text] = done ? 'done' : 'open';
    }
  }
  for (let cursor = ''; ; ) {
    const { items, nextCursor } = await askRunbooks<RunbookPage>(
      server,
      `/runbooks?limit=500${cursor && `&cursor=${cursor}`}`,
    );
    for (const { url, health } of items) {
      end[url ? new URL(url).pathname : 'checklist'] = health.resolves.state;
    }
    if (!nextCursor) {
      return end;
    }
    cursor = nextCursor;
  }
}

function countDifferences(
  one: Record<string, string>,
  another: Record<string, string>,
): number {
  const names = new Set([...Object.keys(one), ...Object.keys(another)]);
  return [...names].filter(name => one[name] !== another[name]).length;
}
