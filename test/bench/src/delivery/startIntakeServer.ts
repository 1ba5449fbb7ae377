import { targetPaths } from '@backstage/cli-common';
import { Database } from '../servers/database';
import { SERVICE_TOKEN_CONFIG } from '../servers/serviceToken';
import { Server, startServer } from '../servers/startServer';

/** Starts a backend with the delivery plugin and the bare route that it is compared with. */
export async function startIntakeServer(options: {
  database: Database;
  folder: string;
  /** Reads what it takes in, as every process does unless it is told not to. */
  worker: boolean;
}): Promise<Server> {
  const { database, folder, worker } = options;
  return startServer({
    name: 'intake',
    nodeArgs: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/servers/intake.ts',
    ],
    cwd: targetPaths.dir,
    folder,
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: {
        database: database.config('intake'),
        auth: SERVICE_TOKEN_CONFIG,
      },
      delivery: { worker: { enabled: worker } },
    },
  });
}
