import {
  coreServices,
  createBackendModule,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  aiResourceEntityModel,
  CatalogModelSources,
} from '@backstage/catalog-model/alpha';
import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
  CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import catalogModuleFairlead from '@fairlead/backstage-plugin-catalog-backend-module-fairlead';
import scorecardsBackend from '@fairlead/backstage-plugin-scorecards-backend';
import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { setTimeout } from 'node:timers/promises';
import request from 'supertest';

jest.setTimeout(60_000);

const LOCATION = {
  'backstage.io/managed-by-location': 'url:https://example.com/catalog',
  'backstage.io/managed-by-origin-location': 'url:https://example.com/catalog',
};

const aiResource = (
  name: string,
  spec: object,
  metadata: Partial<Entity['metadata']> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'AiResource',
  metadata: {
    name,
    ...metadata,
    annotations: { ...LOCATION, ...metadata.annotations },
  },
  spec: { type: 'skill', lifecycle: 'production', ...spec },
});

const ENTITIES: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'platform', annotations: LOCATION },
    spec: { type: 'team', children: [] },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ann', annotations: LOCATION },
    spec: { memberOf: ['platform'] },
  },
  aiResource(
    'review',
    { owner: 'platform', dependsOn: ['airesource:default/style'] },
    {
      description: 'How changes are reviewed here, step by step.',
      annotations: {
        'backstage.io/source-location':
          'url:https://github.com/acme/skills/tree/main/review/',
      },
    },
  ),
  aiResource('style', {
    owner: 'user:default/ann',
    dependsOn: ['airesource:default/gone'],
  }),
];

/** Backstage's kind for what agents are given to read, with the starter for it, judged once. */
async function startPortal() {
  let inside: { catalog: CatalogService; scheduler: SchedulerService };
  const { server } = await startTestBackend({
    features: [
      catalogBackend,
      catalogModuleFairlead,
      scorecardsBackend,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: {
              model: catalogModelExtensionPoint,
              processing: catalogProcessingExtensionPoint,
            },
            async init({ model, processing }) {
              model.addModelSource(
                CatalogModelSources.static([aiResourceEntityModel]),
              );
              processing.addEntityProvider({
                getProviderName: () => 'test',
                connect: connection =>
                  connection.applyMutation({
                    type: 'full',
                    entities: ENTITIES.map(entity => ({ entity })),
                  }),
              });
            },
          });
        },
      }),
      createBackendModule({
        pluginId: 'scorecards',
        moduleId: 'test',
        register(env) {
          env.registerInit({
            deps: {
              catalog: catalogServiceRef,
              scheduler: coreServices.scheduler,
            },
            async init(deps) {
              inside = deps;
            },
          });
        },
      }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          fairlead: { starters: { aiResources: true } },
        },
      }),
    ],
  });
  const { catalog, scheduler } = inside!;
  const entityRefs = [
    ...ENTITIES.map(entity => stringifyEntityRef(entity)),
    'scorecard:default/starter-ai-resources',
  ];
  let isStitched = false;
  while (!isStitched) {
    await setTimeout(50);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs },
      { credentials: mockCredentials.service() },
    );
    isStitched = items.every(entity => entity?.relations?.length);
  }
  for (const task of [
    'sync-catalog',
    'fact-source-catalog',
    'evaluate-definitions',
    'evaluate-due',
  ]) {
    await scheduler.triggerTask(task);
  }
  return server;
}

describe('entities of the kind AiResource', () => {
  it('are scored as any other kind', async () => {
    const server = await startPortal();
    const read = async (name: string) => {
      const { body } = await request(server)
        .get(`/api/scorecards/entities/airesource/default/${name}`)
        .set('Authorization', mockCredentials.user.header())
        .expect(200);
      const [{ level, checks }] = (body as EntityScorecardsResponse).scorecards;
      return [level, checks.map(({ id, status }) => `${id}: ${status}`)];
    };
    expect(await read('review')).toEqual([
      'gold',
      [
        'described: pass',
        'owner-exists: pass',
        'source-given: pass',
        'relations-hold: pass',
        'fresh: pass',
      ],
    ]);
    expect(await read('style')).toEqual([
      null,
      [
        'described: fail',
        'owner-exists: fail',
        'source-given: fail',
        'relations-hold: fail',
        'fresh: pass',
      ],
    ]);
  });
});
