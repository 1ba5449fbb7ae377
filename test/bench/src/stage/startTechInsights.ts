import { targetPaths } from '@backstage/cli-common';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createFacts,
  createTechInsightsChecks,
  createTechInsightsSchema,
  RETRIEVER_ID,
} from '../workload';
import { Database } from '../servers/database';
import { SERVICE_TOKEN_CONFIG, serviceHeaders } from '../servers/serviceToken';
import { Server, startServer } from '../servers/startServer';
import { waitFor } from '../servers/waitFor';
import { installPeers } from './installPeers';

/** Installs tech-insights where it is not, starts it, and waits until the facts of all components are stored. */
export async function startTechInsights(options: {
  entities: number;
  /** Where tokens of users are verified. */
  authUrl: string;
  database: Database;
  folder: string;
}): Promise<Server> {
  const { entities, authUrl, database, folder } = options;
  await installPeers();
  const factsPath = join(folder, 'tech-insights-facts.json');
  await writeFile(
    factsPath,
    JSON.stringify({
      retrieverId: RETRIEVER_ID,
      schema: createTechInsightsSchema(),
      facts: createFacts(entities),
    }),
  );
  const server = await startServer({
    name: 'tech-insights',
    nodeArgs: ['server.cjs'],
    cwd: targetPaths.resolve('peers'),
    env: { BENCH_FACTS: factsPath },
    folder,
    config: {
      backend: {
        database: database.config('peer'),
        auth: SERVICE_TOKEN_CONFIG,
      },
      discovery: {
        endpoints: [{ target: `${authUrl}/api/auth`, plugins: ['auth'] }],
      },
      techInsights: {
        factRetrievers: {
          [RETRIEVER_ID]: {
            cadence: '0 0 1 1 *',
            initialDelay: { milliseconds: 1 },
          },
        },
        factChecker: { checks: createTechInsightsChecks() },
      },
    },
  });
  await waitFor('the facts of tech-insights', async () => {
    const response = await fetch(
      `${
        server.url
      }/api/tech-insights/facts/latest?ids[]=${RETRIEVER_ID}&entity=component:default/component-${
        entities - 1
      }`,
      { headers: serviceHeaders() },
    );
    return response.ok && RETRIEVER_ID in (await response.json());
  });
  return server;
}
