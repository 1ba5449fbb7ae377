import { targetPaths } from '@backstage/cli-common';
import { Entity } from '@backstage/catalog-model';
import { RunbookPage } from '@fairlead/backstage-plugin-runbooks-common';
import { Database } from '../servers/database';
import { SERVICE_TOKEN_CONFIG, serviceHeaders } from '../servers/serviceToken';
import { Server, startServer } from '../servers/startServer';
import { RunbookHosts } from './RunbookHosts';

/** Runbooks of a component. */
const LINKS_OF_EACH = 10;

/** Between two requests to a host. */
export const PAUSE_MS = 50;

/** For the end of an answer. */
export const TIMEOUT_MS = 2_000;

/** Starts a backend that reads this catalog and looks at the addresses in it. */
export async function startProbingServer(options: {
  catalogPath: string;
  database: Database;
  folder: string;
  hosts: RunbookHosts;
  /** Of the backend and its databases. */
  name?: string;
  timeoutMs?: number;
}): Promise<Server> {
  const { catalogPath, database, folder, hosts } = options;
  const { name = 'probing', timeoutMs = TIMEOUT_MS } = options;
  const { allowedHosts, identityHosts } = hosts.config();
  return startServer({
    name,
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
        database: database.config(name),
        auth: SERVICE_TOKEN_CONFIG,
      },
      catalog: {
        processingInterval: { hours: 12 },
        rules: [{ allow: ['Component', 'Location', 'Runbook'] }],
        locations: [{ type: 'file', target: catalogPath }],
      },
      runbooks: {
        outgoing: { allowedHosts },
        probes: {
          identityHosts,
          // When it is told to.
          schedule: {
            initialDelay: { hours: 1 },
            frequency: { hours: 1 },
            timeout: { minutes: 10 },
          },
          pause: { milliseconds: PAUSE_MS },
          timeout: { milliseconds: timeoutMs },
          // None comes again while the bench looks.
          backOff: { hours: 1 },
        },
      },
    },
  });
}

/** Sends a request to the runbooks backend, and throws unless that is answered as done. */
export async function askRunbooks<T>(
  { url }: Server,
  path: string,
  request: { method: string; body: unknown } | undefined = undefined,
): Promise<T> {
  const response = await fetch(`${url}/api/runbooks${path}`, {
    headers: serviceHeaders(),
    method: request?.method,
    body: request && JSON.stringify(request.body),
  });
  if (!response.ok) {
    throw new Error(`${path}: ${await response.text()}`);
  }
  return response.json();
}

/** How many runbooks there are, and how they stand. */
export async function readTotals(server: Server): Promise<RunbookPage> {
  return askRunbooks(server, '/runbooks?limit=1');
}

/** Runs a task now. One that is running already is as good. */
export async function triggerTask(
  { url }: Server,
  task: string,
): Promise<void> {
  await fetch(
    `${url}/api/runbooks/.backstage/scheduler/v1/tasks/${task}/trigger`,
    { method: 'POST', headers: serviceHeaders() },
  );
}

/** How many stand as they will until the next look; what is slow or fails once is unknown until then. */
export function countSettled({
  ok = 0,
  bad = 0,
  unverifiable = 0,
}: Record<string, number>): number {
  return ok + bad + unverifiable;
}

export function countExpected(urls: readonly string[]): number {
  return urls.filter(url => !/\/(?:slow|failing)\//.test(url)).length;
}

/** Components with ten links each, and what is there besides, as a catalog file. */
export function createCatalog(
  urls: readonly string[],
  others: readonly Entity[] = [],
): string {
  const components = Array.from(
    { length: Math.ceil(urls.length / LINKS_OF_EACH) },
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
  return [...components, ...others]
    .map(entity => JSON.stringify(entity))
    .join('\n---\n');
}
