import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import {
  DeliveryRecord,
  mergeRecords,
} from '@fairlead/backstage-plugin-delivery-common';
import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { createDatabase } from '../../database/createDatabase';
import {
  DbDeliveredChangeRow,
  DbMeasuredEntityRow,
  DbSampleDayRow,
} from '../../database/tables';
import { takePositions, writeRecords } from '../../records/store/writeRecords';
import { spanOfRecord } from '../../records/store/spanOfRecord';
import { DefaultMeasuring } from '../DefaultMeasuring';
import { markChangedDays } from '../../records/changedDays/markChangedDays';
import { readMeasureOptionsFromConfig } from '../readMeasureOptions';

/** What measures on a database, with a clock of the test's own, and records put into it as normalising does. */
export async function startMeasuring(options: {
  knex: Knex;
  clock: { now: number };
  config?: JsonObject;
}) {
  const { clock } = options;
  const db = await createDatabase(
    mockServices.database({ knex: options.knex }),
  );
  const config = mockServices.rootConfig({
    data: {
      delivery: {
        worker: { measureInterval: { seconds: 0 } },
        ...options.config,
      },
    },
  });
  const measureOptions = readMeasureOptionsFromConfig(config);
  const { calendar, requiredChecks } = measureOptions.history;
  const marking = { zone: calendar.zone, requiredChecks, now: clock.now };
  const measuring = () =>
    DefaultMeasuring.create({
      clock: () => clock.now,
      db,
      logger: mockServices.logger.mock(),
      measureOptions,
    });

  return {
    db,
    measureOptions,
    /** As one process does. */
    measure: () => measuring().run(),

    /** Merges what is told into what is stored, and has it concern these entities. */
    async store(
      told: readonly DeliveryRecord[],
      entityRefs: readonly string[],
    ) {
      await db.transaction(async tx => {
        for (const part of told) {
          const row = await tx('records').where('key', part.key).first();
          const before: DeliveryRecord | undefined =
            row && JSON.parse(row.record);
          const record = before ? mergeRecords(before, part) : part;
          const position = await takePositions(tx, 1);
          await writeRecords(tx, [
            { record, json: JSON.stringify(record), position },
          ]);
          await insertRows(tx, {
            table: 'record_entities',
            columns: {
              entity_ref: 'text',
              record_key: 'text',
              kind: 'text',
              at: 'bigint',
              until: 'bigint',
            },
            rows: entityRefs.map(entityRef => ({
              entity_ref: entityRef,
              record_key: record.key,
              kind: record.kind,
              ...spanOfRecord(record),
            })),
            onConflict: { key: ['entity_ref', 'record_key'] },
          });
          await markChangedDays(tx, [{ before, record, entityRefs }], marking);
        }
      });
    },

    /** All that is stored of an entity. */
    async stored(entityRef: string) {
      const days = await db<DbSampleDayRow>('sample_days')
        .where('entity_ref', entityRef)
        .orderBy(['measure', 'day'])
        .select('measure', 'day', 'samples');
      const delivered = await db<DbDeliveredChangeRow>('delivered_changes')
        .where('entity_ref', entityRef)
        .orderBy('change_key');
      const row = await db<DbMeasuredEntityRow>('measured_entities')
        .where('entity_ref', entityRef)
        .first();
      return {
        days: days.map(day => ({ ...day })),
        /** What holds of the changes that reached production. */
        delivered: delivered
          .filter(({ revoked }) => !revoked)
          .map(one => ({
            change: one.change_key,
            deployment: one.deployment_key,
            at: Number(one.deployed_at),
          })),
        deliveredRevisions: delivered.map(one => Number(one.revision)),
        heads: row && JSON.parse(row.heads),
        revision: Number(row?.revision),
      };
    },
  };
}
