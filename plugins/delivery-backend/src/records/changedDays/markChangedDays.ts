import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { changedParts } from './changedParts';
import { createLocalDays } from './createLocalDays';

/** A record that is new or says something else than before, and the entities that it concerns or concerned. */
export interface ChangedRecord {
  /** As it was, if it was known. */
  before?: DeliveryRecord;
  record: DeliveryRecord;
  entityRefs: readonly string[];
}

/** What decides which days a record is measured on. */
export interface Marking {
  /** Of the calendar. */
  zone: string;
  /** The jobs that a change waits for, where not all count. */
  requiredChecks?: readonly string[];
}

/** There is one zone in a running backend; tests have several. */
const zones = new LRUCache<string, (instant: string) => string>({ max: 4 });

function localDaysOf(zone: string) {
  const known = zones.get(zone) ?? createLocalDays(zone);
  zones.set(zone, known);
  return known;
}

/**
 * Notes which days of which entities have to be measured again, in one statement.
 *
 * @remarks
 *
 * Rows are written in the order of their key, so that two of these never wait for each other in a circle. `since` grows
 * with every mark, within a millisecond too: whoever measures deletes only marks that have not moved.
 *
 * @param options - `now` in milliseconds since the epoch
 */
export async function markChangedDays(
  tx: Knex.Transaction,
  changes: readonly ChangedRecord[],
  options: Marking & { now: number },
): Promise<void> {
  const { zone, now, requiredChecks } = options;
  const localDay = localDaysOf(zone);
  const marks = new Map<
    string,
    { entity_ref: string; part: string; day: string; since: number }
  >();
  for (const { before, record, entityRefs } of changes) {
    const parts = changedParts(record, requiredChecks);
    const all = before
      ? [...parts, ...changedParts(before, requiredChecks)]
      : parts;
    for (const { part, instants } of all) {
      for (const instant of instants) {
        if (instant === undefined) {
          continue;
        }
        const day = localDay(instant);
        for (const entityRef of entityRefs) {
          const key = `${entityRef}\n${part}\n${day}`;
          if (!marks.has(key)) {
            marks.set(key, { entity_ref: entityRef, part, day, since: now });
          }
        }
      }
    }
  }
  const rows = [...marks].sort(([a], [b]) => (a < b ? -1 : 1));
  await insertRows(tx, {
    table: 'changed_days',
    columns: { entity_ref: 'text', part: 'text', day: 'text', since: 'bigint' },
    rows: rows.map(([, mark]) => mark),
    onConflict: {
      key: ['entity_ref', 'part', 'day'],
      set: {
        since: `case when excluded."since" > changed_days."since" then excluded."since" else changed_days."since" + 1 end`,
      },
    },
  });
}
