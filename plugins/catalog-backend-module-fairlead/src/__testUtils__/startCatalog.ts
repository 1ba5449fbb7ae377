import {
  BackendFeature,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import request from 'supertest';
import catalogModuleFairlead from '..';

/** A catalog with the kinds of Fairlead, whose entities the test sets. */
export async function startCatalog(features: BackendFeature[] = []) {
  let connection: EntityProviderConnection | undefined;
  const provider: EntityProvider = {
    getProviderName: () => 'test',
    connect: async connected => {
      connection = connected;
    },
  };
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleFairlead,
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          catalog: { processingInterval: { seconds: 1 } },
          fairlead: { starters: { enabled: false } },
        },
      }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-provider',
        register(reg) {
          reg.registerInit({
            deps: { processing: catalogProcessingExtensionPoint },
            init: async ({ processing }) =>
              processing.addEntityProvider(provider),
          });
        },
      }),
      ...features,
    ],
  });
  return {
    stop: () => backend.stop(),
    setEntities: (...entities: Entity[]) =>
      connection!.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: 'test' })),
      }),
    /** The entity of that path as the catalog serves it, once it is as expected. */
    async served(
      path: string,
      isExpected: (entity: Entity) => boolean = () => true,
    ): Promise<Entity> {
      for (;;) {
        const response = await request(backend.server).get(
          `/api/catalog/entities/by-name/${path}`,
        );
        if (response.status === 200 && isExpected(response.body)) {
          return response.body;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
    /** Waits until the catalog serves that path no more. */
    async goneFrom(path: string): Promise<void> {
      let status;
      do {
        await new Promise(resolve => setTimeout(resolve, 50));
        ({ status } = await request(backend.server).get(
          `/api/catalog/entities/by-name/${path}`,
        ));
      } while (status !== 404);
    },
  };
}

export function errorOf(entity: AlphaEntity): string | undefined {
  return entity.status?.items?.find(({ level }) => level === 'error')?.error
    ?.message;
}
