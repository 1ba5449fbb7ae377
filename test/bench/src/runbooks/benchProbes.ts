import { targetPaths } from '@backstage/cli-common';
import { RunbookPage } from '@fairlead/backstage-plugin-runbooks-common';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTempFolder } from '../servers/createTempFolder';
import { startDatabase } from '../servers/database';
import { SERVICE_TOKEN_CONFIG, serviceHeaders } from '../servers/serviceToken';
import { Server, startServer } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { Stage } from '../stage/createStage';
import { Row } from '../table/Row';
import { RunbookHosts } from './RunbookHosts';

const URLS = 5_000;
const LINKS_OF_EACH = 10;
const PAUSE_MS = 50;
/** Timers of two processes are not the same to the millisecond. */
const PAUSE_TOLERANCE_MS = 5;
const MEGABYTES = 150;

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
  await writeFile(catalogPath, createCatalog(hosts.urls(URLS)));
  const { allowedHosts, identityHosts } = hosts.config();
  const server = await startServer({
    name: 'probing',
    nodeArgs: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/servers/probing.ts',
    ],
    cwd: targetPaths.dir,
    folder,
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: {
        database: database.config('probing'),
        auth: SERVICE_TOKEN_CONFIG,
      },
      catalog: {
        processingInterval: { hours: 12 },
        locations: [{ type: 'file', target: catalogPath }],
      },
      runbooks: {
        outgoing: { allowedHosts },
        probes: {
          identityHosts,
          pause: { milliseconds: PAUSE_MS },
          timeout: { seconds: 2 },
          // None comes again while the bench looks.
          backOff: { hours: 1 },
        },
      },
    },
  });
  try {
    await waitFor(
      'the registry',
      async () => {
        await trigger(server, 'sync-catalog');
        return (await readTotals(server)).totalItems === URLS;
      },
      { timeoutMs: 600_000, intervalMs: 5_000 },
    );
    const started = performance.now();
    const memory = watchProcess(server.pid);
    const totals = await waitFor(
      'all addresses to be looked at',
      async () => {
        const { totals: byPart } = await readTotals(server);
        const { ok = 0, bad = 0, unverifiable = 0 } = byPart.resolves;
        // What is slow or fails once is not bad yet.
        return ok + bad + unverifiable >= URLS * 0.92
          ? byPart.resolves
          : undefined;
      },
      { timeoutMs: 600_000, intervalMs: 1_000 },
    );
    const seconds = (performance.now() - started) / 1_000;
    const grown = await memory.stop();
    const isPolite =
      hosts.mostAtOnce === 1 &&
      hosts.shortestPause >= PAUSE_MS - PAUSE_TOLERANCE_MS;
    return [
      {
        name: `${URLS} addresses on 40 hosts looked at (${stage.engine})`,
        figure: `${seconds.toFixed(0)} s, ${describe(totals)}`,
      },
      {
        name: 'requests at once to a host, and the shortest pause',
        figure: `${hosts.mostAtOnce}, ${Math.round(hosts.shortestPause)} ms`,
        target: `1, ${PAUSE_MS} ms`,
        met: isPolite,
      },
      {
        name: 'memory grown while probing',
        figure: `${Math.round(grown)} MB`,
        target: `≤ ${MEGABYTES} MB`,
        met: grown <= MEGABYTES,
      },
    ];
  } finally {
    await server.stop();
    await database.stop();
    await hosts.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function createCatalog(urls: string[]): string {
  const components = Array.from(
    { length: urls.length / LINKS_OF_EACH },
    (_, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `component-${index}`,
        links: urls
          .slice(index * LINKS_OF_EACH, (index + 1) * LINKS_OF_EACH)
          .map(url => ({ url, type: 'runbook' })),
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    }),
  );
  // JSON is YAML
  return components.map(entity => JSON.stringify(entity)).join('\n---\n');
}

async function readTotals({ url }: Server): Promise<RunbookPage> {
  const response = await fetch(`${url}/api/runbooks/runbooks?limit=1`, {
    headers: serviceHeaders(),
  });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
}

async function trigger({ url }: Server, task: string): Promise<void> {
  // One that is running already is as good.
  await fetch(
    `${url}/api/runbooks/.backstage/scheduler/v1/tasks/${task}/trigger`,
    { method: 'POST', headers: serviceHeaders() },
  );
}

/** How far the resident memory of another process rises above where it is now, in megabytes. */
function watchProcess(pid: number) {
  const first = readMemory(pid);
  let most = 0;
  const timer = setInterval(async () => {
    most = Math.max(most, await readMemory(pid));
  }, 200);
  return {
    async stop(): Promise<number> {
      clearInterval(timer);
      return Math.max(most, await readMemory(pid)) - (await first);
    },
  };
}

async function readMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1_000;
}

function describe(states: Record<string, number>): string {
  return Object.entries(states)
    .map(([state, count]) => `${count} ${state}`)
    .join(', ');
}
