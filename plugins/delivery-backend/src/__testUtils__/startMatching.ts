import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  DeliveryRecord,
  recordKeyOf,
} from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { DatabaseEntityStore } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { createDatabase } from '../database/createDatabase';
import { createKnownEntities } from '../records/entities/createKnownEntities';
import { matchRecords, RecordRematch } from '../records/matching';
import { takePositions, writeRecords } from '../records/store/writeRecords';
import { TEST_CATALOG_NAMING, TEST_REPOSITORIES } from './testNaming';

/** A record as the matching meets it. */
export interface TestRecord {
  record: DeliveryRecord;
  subjects: Subject[];
  paths?: string[];
}

/** A whole record from the fields of interest, about `acme/mono` unless told otherwise. */
export function testRecord(
  fields: Record<string, unknown>,
  options: { subjects?: Subject[]; paths?: string[] } = {},
): TestRecord {
  const at = '2026-06-01T10:00:00.000Z';
  const record = {
    source: 'test',
    repo: 'acme/mono',
    occurredAt: at,
    observedAt: at,
    provenance: [],
    asOf: {},
    ...fields,
  } as unknown as DeliveryRecord;
  return {
    record: { ...record, key: recordKeyOf(record) },
    subjects: [{ annotation: 'github.com/project-slug', value: 'Acme/Mono' }],
    ...options,
  };
}

/** A component with annotations. */
export function claiming(
  name: string,
  annotations: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', uid: `uid-${name}`, annotations },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/crew' }],
  };
}

/** Stores entities and records as the backend does, without what tells of them. */
export async function startMatching(options: { knex: Knex }) {
  const clock = { now: Date.parse('2026-06-02T10:00:00Z') };
  const db = await createDatabase(
    mockServices.database({ knex: options.knex }),
  );
  const definition = createKnownEntities({
    naming: TEST_CATALOG_NAMING,
    person: (_: string, login: string) => `#${login}`,
  });
  const entities = DatabaseEntityStore.create({
    clock: () => clock.now,
    db,
    definition,
  });
  const rematch = RecordRematch.create({
    clock: () => clock.now,
    db,
    marking: { zone: 'utc' },
    repositories: TEST_REPOSITORIES,
  });
  return {
    clock,
    db,
    entities,
    rematch,
    definition,
    put: (...added: Entity[]) => entities.put(added),

    /** Stores records in one transaction and matches them. */
    store: (...records: TestRecord[]) =>
      db.transaction(async tx => {
        const known: string[] = await tx('records').pluck('key');
        const last = await takePositions(tx, records.length);
        await writeRecords(
          tx,
          records.map(({ record, paths }, index) => ({
            record,
            json: JSON.stringify(record),
            paths,
            position: last - index,
          })),
        );
        return matchRecords(
          tx,
          records.map(({ record, subjects, paths }) => ({
            record,
            about: {
              firstAt: Date.parse(record.occurredAt),
              subjects: subjects.map(subject => ({
                ...subject,
                firstAt: Date.parse(record.occurredAt),
                toldAt: 0,
              })),
            },
            paths,
            isNew: !known.includes(record.key),
          })),
          { now: clock.now, repositories: TEST_REPOSITORIES },
        );
      }),

    /** Who gets what, as `<record> > <entity>`, without what the names have in common. */
    async matches(): Promise<string[]> {
      const rows = await db('record_entities').select('*');
      return rows
        .map(
          row =>
            `${row.record_key
              .replace(/test:(acme\/mono:)?/, '')
              .replace(/^(run:.*):1$/, '$1')} > ${
              row.entity_ref.split('/')[1]
            }`,
        )
        .sort();
    },

    async marked(): Promise<string[]> {
      const rows = await db('changed_days').distinct('entity_ref');
      return rows.map(row => row.entity_ref.split('/')[1]).sort();
    },
  };
}
