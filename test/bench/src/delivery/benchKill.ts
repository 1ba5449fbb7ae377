import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { createCdevent } from './cdevent';
import { startIntakeServer } from './startIntakeServer';

const KILLS = 3;

const SENDERS = 8;

/** Of intake and normalising, before each kill. */
const SECONDS = 3;

/**
 * Kills the backend in the midst of taking in and reading, several times, and looks afterwards whether every event that
 * was answered with 202 is there, once.
 */
export async function benchKill(stage: Pick<Stage, 'engine'>): Promise<Row[]> {
  if (stage.engine === 'sqlite') {
    // In memory, nothing outlives the process.
    return [];
  }
  const folder = await createTempFolder();
  const database = await startDatabase(stage.engine, folder);
  const answered = new Set<string>();
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await startIntakeServer({
        database,
        folder,
        worker: true,
      });
      await sendUntilKilled(server, { kill, answered });
    }
    const server = await startIntakeServer({ database, folder, worker: true });
    try {
      const found = await countRecords(server, answered);
      return [
        {
          name: `events answered with 202 before ${KILLS} kills -9, found once afterwards (${stage.engine})`,
          figure: `${found.once} of ${answered.size}, ${found.twice} twice`,
          target: 'all, none twice',
          met: found.once === answered.size && found.twice === 0,
        },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function sendUntilKilled(
  server: Server,
  options: { kill: number; answered: Set<string> },
): Promise<void> {
  const { kill, answered } = options;
  const sending = Array.from({ length: SENDERS }, async (_, sender) => {
    for (let n = 0; ; n += 1) {
      const id = `${kill}-${sender}-${n}`;
      try {
        const response = await post(server, id);
        if (response.status !== 202) {
          throw new Error(`Answered ${response.status}`);
        }
        answered.add(id);
      } catch {
        return;
      }
    }
  });
  await sleep(SECONDS * 1_000);
  process.kill(server.pid, 'SIGKILL');
  await Promise.all(sending);
}

async function post(server: Server, id: string): Promise<Response> {
  return fetch(`${server.url}/api/delivery/events`, {
    method: 'POST',
    headers: serviceHeaders(),
    body: createCdevent(id),
  });
}

/** Reads the whole feed once nothing waits to be read any more. */
async function countRecords(server: Server, answered: ReadonlySet<string>) {
  const get = async (path: string) => {
    const response = await fetch(`${server.url}/api/delivery${path}`, {
      headers: serviceHeaders(),
    });
    return response.json();
  };
  await waitFor(
    'the backlog to be read',
    async () => {
      const { sources } = await get('/sources');
      return sources.every(({ backlog }: { backlog: number }) => !backlog);
    },
    { timeoutMs: 180_000 },
  );
  const times = new Map<string, number>();
  let page: {
    items: { artifact?: string }[];
    cursor?: string;
    hasMore: boolean;
  } = { items: [], hasMore: true };
  while (page.hasMore) {
    page = await get(
      `/feed?kinds=deployment&limit=500${
        page.cursor ? `&after=${page.cursor}` : ''
      }`,
    );
    for (const { artifact = '' } of page.items) {
      const id = artifact.split('%3A').at(-1)!;
      times.set(id, (times.get(id) ?? 0) + 1);
    }
  }
  const counts = [...answered].map(id => times.get(id) ?? 0);
  return {
    once: counts.filter(count => count === 1).length,
    twice: counts.filter(count => count > 1).length,
  };
}
