import { targetPaths } from '@backstage/cli-common';
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
}): Promise<Server> {
  const { catalogPath, database, folder, hosts } = options;
  const { allowedHosts, identityHosts } = hosts.config();
  return startServer({
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
          // When it is told to.
          schedule: {
            initialDelay: { hours: 1 },
            frequency: { hours: 1 },
            timeout: { minutes: 10 },
          },
          pause: { milliseconds: PAUSE_MS },
          timeout: { milliseconds: TIMEOUT_MS },
          // None comes again while the bench looks.
          backOff: { hours: 1 },
        },
      },
    },
  });
}

/** How many runbooks there are, and how they stand. */
export async function readTotals({ url }: Server): Promise<RunbookPage> {
  const response = await fetch(`${url}/api/runbooks/runbooks?limit=1`, {
    headers: serviceHeaders(),
  });
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return response.json();
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

/** Components with ten links each, as a catalog file. */
export function createCatalog(urls: readonly string[]): string {
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
  return components.map(entity => JSON.stringify(entity)).join('\n---\n');
}
