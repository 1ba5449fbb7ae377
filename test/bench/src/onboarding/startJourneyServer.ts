import { targetPaths } from '@backstage/cli-common';
import { Database } from '../servers/database';
import { SERVICE_TOKEN_CONFIG } from '../servers/serviceToken';
import { startServer } from '../servers/startServer';
import { Portal, signIn } from '../stage/startPortal';
import { USER_REF } from '../workload';

/** Starts a backend that reads this catalog and follows journeys, and signs somebody in. */
export async function startJourneyServer(options: {
  catalogPath: string;
  database: Database;
  folder: string;
  /** Of the backend and its databases. */
  name: string;
}): Promise<Portal> {
  const { catalogPath, database, folder, name } = options;
  const server = await startServer({
    name,
    nodeArgs: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/servers/journeys.ts',
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
      catalog: {
        processingInterval: { hours: 12 },
        rules: [{ allow: ['Group', 'Location', 'OnboardingTrack', 'User'] }],
        locations: [{ type: 'file', target: catalogPath }],
      },
    },
  });
  try {
    return { ...server, userHeaders: await signIn(server) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
