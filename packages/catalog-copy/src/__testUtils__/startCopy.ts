import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import {
  COPIED_FIELDS,
  CopyDefinition,
  createEntityTables,
  DatabaseEntityStore,
  DefaultEntityStreams,
  EntitySync,
} from '..';

/** An entity with relations as the catalog answers them: type and target ref, one after the other. */
export function entity(
  kind: string,
  name: string,
  ...relations: [type: string, targetRef: string][]
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `uid-${kind}-${name}` },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/** The copy of a family that keeps tiers of all but locations, and tells what its hooks are called with. */
export async function startCopy(options: { knex: Knex; entities?: Entity[] }) {
  const db = options.knex;
  await createEntityTables(db, table => table.text('tier').nullable());
  const told: string[] = [];
  const clock = { now: Date.parse('2026-06-02T10:00:00Z') };
  const state = {
    catalog: options.entities ?? [],
    /** Thrown after the stream. */
    failure: undefined as Error | undefined,
    /** Names that streams leave out although they are there, as a cursor may. */
    passedOver: new Set<string>(),
    /** What the catalog calls its state; undefined where it runs elsewhere. */
    revision: undefined as string | undefined,
    /** How often all entities were streamed. */
    streamed: 0,
  };
  const definition: CopyDefinition = {
    pluginId: 'harbour',
    query: { $not: { kind: 'location' } },
    fields: COPIED_FIELDS,
    columns: { tier: 'text' },
    read: ({ metadata }) => ({
      columns: { tier: metadata.labels?.tier ?? null },
    }),
    onChange: async (tx, changed) => {
      const refs = changed.map(({ row }) => row.entity_ref);
      const rows = await tx('entities').whereIn('entity_ref', refs);
      told.push(`changed ${rows.length}`);
    },
    onRemove: async (_, refs) => {
      told.push(`removed ${refs.join()}`);
    },
  };
  const catalog = catalogServiceMock.mock({
    async *streamEntities(request) {
      state.streamed += 1;
      const mock = catalogServiceMock({ entities: state.catalog });
      for await (const page of mock.streamEntities(request)) {
        yield page.filter(
          ({ metadata }) => !state.passedOver.has(metadata.name),
        );
      }
      if (state.failure) {
        throw state.failure;
      }
    },
    getEntitiesByRefs: (request, how) =>
      catalogServiceMock({ entities: state.catalog }).getEntitiesByRefs(
        request,
        how,
      ),
  });
  const entities = DatabaseEntityStore.create({
    clock: () => clock.now,
    db,
    definition,
  });
  return {
    clock,
    db,
    entities,
    state,
    told,
    refs: async (): Promise<string[]> =>
      db('entities').orderBy('entity_ref').pluck('entity_ref'),
    /** The sync of one replica. */
    startSync: () => {
      const streams = DefaultEntityStreams.create();
      streams.offerRevision(async () => state.revision);
      return EntitySync.create({
        auth: mockServices.auth(),
        catalog,
        clock: () => clock.now,
        definition,
        entities,
        logger: mockServices.logger.mock(),
        streams,
      });
    },
  };
}
