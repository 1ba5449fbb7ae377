import {
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AlphaEntity } from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  isScorecardEntity,
  KnownFact,
} from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import request from 'supertest';
import catalogModuleFairlead from '.';

const LOCATION = 'url:https://example.com/scorecard.yaml';

const GOOD = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Scorecard',
  metadata: {
    name: 'readiness',
    annotations: {
      'backstage.io/managed-by-location': LOCATION,
      'backstage.io/managed-by-origin-location': LOCATION,
    },
  },
  spec: {
    owner: 'platform',
    appliesTo: { $not: { 'spec.type': 'library' } },
    levels: ['bronze'],
    checks: [
      {
        id: 'owned',
        title: 'Owned',
        level: 'bronze',
        rule: { $not: { 'facts.ownership.ownerExists': { $in: [false] } } },
      },
    ],
  },
} satisfies Entity;

function withRule(rule: unknown): Entity {
  const [check] = GOOD.spec.checks;
  return {
    ...GOOD,
    spec: { ...GOOD.spec, checks: [{ ...check, rule: rule as never }] },
  };
}

/** A catalog whose entities the test sets. */
async function startCatalog(listFacts: () => Promise<KnownFact[]>) {
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
        },
      }),
      createServiceFactory({
        service: scorecardsServiceRef,
        deps: {},
        factory: () => ({
          listFacts,
          putFacts: async () => {
            throw new Error('The catalog sends no facts');
          },
        }),
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
    ],
  });
  return {
    backend,
    setEntity: (entity: Entity) =>
      connection!.applyMutation({
        type: 'full',
        entities: [{ entity, locationKey: 'test' }],
      }),
  };
}

/** The scorecard as the catalog serves it, once it is as expected. */
async function served(
  { server }: TestBackend,
  isExpected: (entity: Entity) => boolean,
): Promise<Entity> {
  for (;;) {
    const response = await request(server).get(
      '/api/catalog/entities/by-name/scorecard/default/readiness',
    );
    if (response.status === 200 && isExpected(response.body)) {
      return response.body;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

const errorOf = (entity: AlphaEntity) =>
  entity.status?.items?.find(({ level }) => level === 'error')?.error?.message;

const knownFact = (id: string): KnownFact => ({
  id,
  type: 'boolean',
  sources: ['catalog'],
  declared: true,
});

describe('the catalog with the Fairlead module', () => {
  jest.setTimeout(60_000);

  let backend: TestBackend | undefined;
  afterEach(() => backend?.stop());

  it('serves a good scorecard with its owner, and keeps it when the next version is wrong', async () => {
    const catalog = await startCatalog(async () => [
      knownFact('ownership.ownerExists'),
    ]);
    backend = catalog.backend;

    await catalog.setEntity(GOOD);
    const good = await served(backend, () => true);
    expect(isScorecardEntity(good)).toBe(true);
    expect(good.spec).toEqual(GOOD.spec);
    expect(good.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/platform' },
    ]);

    await catalog.setEntity(withRule({ 'facts.ownership.ownrExists': true }));
    const kept = await served(backend, entity => errorOf(entity) !== undefined);
    expect(kept.spec).toEqual(GOOD.spec);
    expect(errorOf(kept)).toContain(
      "spec.checks[0].rule.facts.ownership.ownrExists: no source knows the fact 'ownership.ownrExists'. Did you mean 'ownership.ownerExists'?",
    );

    const mended = withRule({ 'facts.ownership.ownerExists': true });
    await catalog.setEntity(mended);
    const served3 = await served(
      backend,
      entity => errorOf(entity) === undefined,
    );
    expect(served3.spec).toEqual(mended.spec);
  });

  it('takes a scorecard while nobody can say which facts there are, but not a wrong rule', async () => {
    const catalog = await startCatalog(async () => {
      throw new Error('connect ECONNREFUSED');
    });
    backend = catalog.backend;

    const unknown = withRule({ 'facts.not.known.yet': true });
    await catalog.setEntity(unknown);
    expect((await served(backend, () => true)).spec).toEqual(unknown.spec);

    await catalog.setEntity(
      withRule({ 'facts.not.known.yet': { $lessThan: 5 } }),
    );
    const kept = await served(backend, entity => errorOf(entity) !== undefined);
    expect(kept.spec).toEqual(unknown.spec);
    expect(errorOf(kept)).toContain(
      "spec.checks[0].rule.facts.not.known.yet.$lessThan: '$lessThan' is not an operator.",
    );
  });
});
