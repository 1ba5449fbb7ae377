import { targetPaths } from '@backstage/cli-common';
import { Entity } from '@backstage/catalog-model';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fillCatalog } from '../growth/fillCatalog';
import { Database } from '../servers/database';
import { SERVICE_TOKEN_CONFIG } from '../servers/serviceToken';
import { Server, startServer } from '../servers/startServer';
import { createEntities, createScorecard, FACTS, USER_REF } from '../workload';
import { seedPortal, waitForCatalog } from './seedPortal';

/** A backend with our plugins, its components scored. */
export interface Portal extends Server {
  /** The headers of a request made by the user who signed in. */
  userHeaders: Record<string, string>;
}

/** Starts the portal's backend and waits until every component has its results. */
export async function startPortal(options: {
  name: string;
  entities: number;
  permissions: boolean;
  /** How many teams own the components. @defaultValue those of the other benches */
  teams?: number;
  /** How many components the catalog processes; the others are copies of them. @defaultValue all */
  processed?: number;
  /** Beside the components and the scorecard. @defaultValue none */
  others?: Entity[];
  database: Database;
  folder: string;
}): Promise<Portal> {
  const { name, entities, permissions, teams, others = [] } = options;
  const { processed = entities } = options;
  const { database, folder } = options;
  const catalogFolder = join(folder, `${name}-catalog`);
  await mkdir(catalogFolder);
  const catalogPath = join(catalogFolder, 'catalog-info.yaml');
  // JSON is YAML
  await writeFile(
    catalogPath,
    [...createEntities(processed, { teams }), createScorecard(), ...others]
      .map(entity => JSON.stringify(entity))
      .join('\n---\n'),
  );

  const server = await startServer({
    name,
    nodeArgs: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/servers/portal.ts',
    ],
    cwd: targetPaths.dir,
    folder,
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: {
        database: database.config(name),
        auth: SERVICE_TOKEN_CONFIG,
      },
      auth: {
        providers: {
          guest: {
            userEntityRef: USER_REF,
            dangerouslyAllowOutsideDevelopment: true,
          },
        },
      },
      permission: { enabled: permissions },
      fairlead: { starters: { enabled: false } },
      catalog: {
        processingInterval: { hours: 12 },
        rules: [
          {
            allow: [
              'Component',
              'Domain',
              'Group',
              'Location',
              'OnboardingTrack',
              'Runbook',
              'Scorecard',
              'System',
              'User',
            ],
          },
        ],
        locations: [{ type: 'file', target: catalogPath }],
      },
      scorecards: {
        sources: { catalog: { enabled: false } },
        facts: FACTS.map(({ id, type, title }) => ({
          id,
          type,
          title,
          description: title,
        })),
      },
    },
  });
  await waitForCatalog(server, processed);
  if (processed < entities) {
    await fillCatalog({ database, name, processed, total: entities });
  }
  await seedPortal(server, entities);
  return { ...server, userHeaders: await signIn(server) };
}

/** The headers of a request by the guest. */
export async function signIn({ url }: Server): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/guest/refresh`);
  const { backstageIdentity } = await response.json();
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}
