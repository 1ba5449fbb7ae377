import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { createTempFolder } from '../servers/createTempFolder';
import { Database, startDatabase } from '../servers/database';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Portal } from '../stage/startPortal';
import { Row } from '../table/Row';
import { askOnboarding, triggerTask } from './askOnboarding';
import { Crew, StoredJourneys } from './Crew';
import { startJourneyServer } from './startJourneyServer';

const KILLS = 3;

/** From the first tick to the kill, at least and at most. */
const SECONDS = [0.3, 2] as const;

/** The time between two runs that read what is told, and then some. */
const REST_SECONDS = 30;

/**
 * Kills the backend with -9 at random times while journeys begin, contributions are taken in, and tasks are ticked and
 * verified; compares what is stored with what was answered, and the end with that of a backend that nobody disturbed.
 */
export async function benchOnboardingKill(
  stage: Pick<Stage, 'engine'>,
): Promise<Row[]> {
  const { engine } = stage;
  if (engine === 'sqlite') {
    // In memory, nothing outlives the process.
    return [];
  }
  const folder = await createTempFolder();
  const database = await startDatabase(engine, folder);
  const at = new Date().toISOString();
  try {
    const place = { at, database, folder };
    const killed = await run({ ...place, name: 'killed', kills: KILLS });
    const other = await run({ ...place, name: 'undisturbed', kills: 0 });
    return [
      {
        name: `ticks and journeys answered before ${KILLS} kills -9, lost afterwards (${engine})`,
        figure: `${killed.lost} of ${killed.ticked} and ${killed.begun}`,
        target: 'none',
        met: killed.ticked > 0 && killed.begun > 0 && killed.lost === 0,
      },
      {
        name: 'journeys begun twice',
        figure: `${killed.twice} of ${killed.journeys}`,
        target: 'none',
        met: killed.twice === 0,
      },
      {
        name: 'tasks that records verify in the end',
        figure: `${killed.verified} of ${Crew.contributions}`,
        target: 'all, no others',
        met: killed.verified === Crew.contributions,
      },
      {
        name: 'from the last answer to the last task that is verified',
        figure: `${killed.seconds.toFixed(1)} s`,
        target: `≤ ${REST_SECONDS} s`,
        met: killed.seconds <= REST_SECONDS,
      },
      {
        name: 'tasks that end otherwise than undisturbed ones',
        figure: `${countDifferences(killed.end, other.end)}`,
        target: '0',
        met: isDeepStrictEqual(killed.end, other.end),
      },
    ];
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes a backend to the end of all journeys, through so many kills. */
async function run(options: {
  at: string;
  database: Database;
  folder: string;
  kills: number;
  name: string;
}) {
  const { folder, kills, name } = options;
  await mkdir(join(folder, name));
  const catalogPath = join(folder, name, 'catalog-info.yaml');
  // JSON is YAML
  await writeFile(
    catalogPath,
    Crew.entities()
      .map(entity => JSON.stringify(entity))
      .join('\n---\n'),
  );
  const start = async () => {
    const server = await startJourneyServer({ ...options, catalogPath });
    try {
      await waitForCatalog(server);
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  };
  const crew = Crew.create(options);
  for (let part = 0; part < kills; part += 1) {
    const server = await start();
    await Promise.all([
      crew.workUntilGone(server, { part, of: kills + 1 }),
      killSoon(server, crew),
    ]);
  }
  const server = await start();
  try {
    const { begun, ticked } = crew;
    const lost = crew.countLost(await readStored(server));
    await crew.workToTheEnd(server);
    const started = performance.now();
    const stored = await waitFor(
      'every task to be verified',
      async () => {
        const now = await readStored(server);
        return countVerified(now) >= Crew.contributions ? now : undefined;
      },
      { timeoutMs: 180_000 },
    );
    const seconds = (performance.now() - started) / 1_000;
    const pairs = stored.journeys.map(one => JSON.stringify(one));
    return {
      begun,
      end: Object.fromEntries(
        stored.done.map(({ userRef, trackRef, taskId, by }) => [
          JSON.stringify([userRef, trackRef, taskId]),
          by,
        ]),
      ),
      journeys: pairs.length,
      lost,
      seconds,
      ticked,
      twice: pairs.length - new Set(pairs).size,
      verified: countVerified(stored),
    };
  } finally {
    await server.stop();
  }
}

/** At a random time after the first tick. */
async function killSoon(server: Server, crew: Crew): Promise<void> {
  const { ticked } = crew;
  const [least, most] = SECONDS;
  try {
    await waitFor('a tick', async () => crew.ticked > ticked, {
      intervalMs: 20,
    });
    await sleep((least + Math.random() * (most - least)) * 1_000);
  } finally {
    process.kill(server.pid, 'SIGKILL');
  }
}

/** Until both tracks can be begun by everybody. */
async function waitForCatalog(server: Portal): Promise<void> {
  await waitFor(
    'the tracks',
    async () => {
      const { items } = await askOnboarding<{ items: unknown[] }>(
        server,
        'GET',
        '/tracks?limit=2',
      );
      if (items.length < 2) {
        await triggerTask(server, 'sync-catalog');
      }
      return items.length === 2;
    },
    { timeoutMs: 180_000, intervalMs: 500 },
  );
}

async function readStored(server: Server): Promise<StoredJourneys> {
  return askOnboarding(server, 'GET', '/bench/stored');
}

function countVerified({ done }: StoredJourneys): number {
  return done.filter(({ by }) => by === 'records').length;
}

function countDifferences(
  one: Record<string, string>,
  another: Record<string, string>,
): number {
  const names = new Set([...Object.keys(one), ...Object.keys(another)]);
  return [...names].filter(name => one[name] !== another[name]).length;
}
