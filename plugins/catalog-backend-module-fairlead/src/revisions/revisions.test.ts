import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { EntityStreams, entityStreamsServiceRef } from '@fairlead/catalog-copy';
import { startCatalog } from '../__testUtils__/startCatalog';

const LOCATION = 'url:https://example.com/catalog-info.yaml';

function group(name: string, title = name): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name,
      title,
      annotations: {
        'backstage.io/managed-by-location': LOCATION,
        'backstage.io/managed-by-origin-location': LOCATION,
      },
    },
    spec: { type: 'team', children: [] },
  };
}

describe('the revision of the catalog', () => {
  it('stays while nothing changes, and is another one when entities come, change or go', async () => {
    let streams: EntityStreams | undefined;
    const catalog = await startCatalog([
      createBackendPlugin({
        pluginId: 'harbour',
        register(env) {
          env.registerInit({
            deps: { shared: entityStreamsServiceRef },
            init: async ({ shared }) => {
              streams = shared;
            },
          });
        },
      }),
    ]);
    const seen: (string | undefined)[] = [];
    const readOnce = async (isExpected: (entity: Entity) => boolean) => {
      await catalog.served('group/default/crew', isExpected);
      seen.push(await streams!.readRevision());
    };

    await catalog.setEntities(group('crew'), group('others'));
    await catalog.served('group/default/others');
    await readOnce(() => true);
    expect(seen[0]).toMatch(/^\d+\/2$/);
    expect(await streams!.readRevision()).toBe(seen[0]);

    await catalog.setEntities(group('crew', 'The crew'), group('others'));
    await readOnce(({ metadata }) => metadata.title === 'The crew');
    await catalog.setEntities(group('crew', 'The crew'));
    await catalog.goneFrom('group/default/others');
    await readOnce(() => true);
    expect(new Set(seen).size).toBe(3);
    await catalog.stop();
  });
});
