import { DatabaseManager } from '@backstage/backend-defaults/database';
import { DatabaseService } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Database } from './database';

export type Client = Awaited<ReturnType<DatabaseService['getClient']>>;

/** Reaches what a plugin of the running backend with this name keeps. */
export async function connectToDatabase(
  database: Database,
  { name, pluginId }: { name: string; pluginId: string },
): Promise<Client> {
  const config = { backend: { database: database.config(name) } };
  return DatabaseManager.fromConfig(mockServices.rootConfig({ data: config }))
    .forPlugin(pluginId, {
      logger: mockServices.rootLogger({ level: 'error' }),
      lifecycle: { addShutdownHook: () => {}, addStartupHook: () => {} },
    })
    .getClient();
}
