import {
  Page,
  QuarantinedDelivery,
} from '@fairlead/backstage-plugin-delivery-common';
import { decodeCursor, encodeCursor } from '@fairlead/backend-routes';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { isoTime } from '../../database/isoTime';
import { DbDeliveryRow } from '../../database/tables';
import { maskPersons } from '../../records/people';
import { RawVisibility } from '../../catalog/visibility';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import {
  findVisibleDeliveries,
  ReceivedDelivery,
} from './findVisibleDeliveries';

/** Characters of payloads in one page: a payload may have five million, and a page five hundred payloads. */
const MAX_SIZE = 8 * 1024 * 1024;

/**
 * Reads a page of the deliveries that could not be read, the newest first. All are listed; what was received is shown
 * where the reader may see it, and persons are masked in any case.
 */
export async function listQuarantine(
  query: { source?: string; limit: number; cursor?: string },
  options: { db: Knex; raw: RawVisibility; sources: SourceRegistry },
): Promise<Page<QuarantinedDelivery>> {
  const { db, sources } = options;
  const hosts = sources.list().map(({ id }) => id);
  const { source, limit } = query;
  const list = ['quarantine', source ?? null];
  const before = decodeCursor(list, z.int(), query.cursor);
  const all = () =>
    db<DbDeliveryRow>('deliveries')
      .whereRaw("state = 'quarantined'")
      .modify(builder => source && builder.where({ source }));
  const sizes: { id: number | string; size: number }[] = await all()
    .select('id', 'size')
    .modify(builder => before !== undefined && builder.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit + 1);
  const ids = firstOfSize(sizes.slice(0, limit)).map(({ id }) => id);
  const rows: DbDeliveryRow[] = await db<DbDeliveryRow>('deliveries')
    .whereIn('id', ids)
    .orderBy('id', 'desc');
  const [{ count }] = await all().count({ count: '*' });
  const received = rows.map(row => ({
    ...row,
    payload: JSON.parse(row.payload),
  }));
  const visible = await findVisibleDeliveries(received, options);
  const items: QuarantinedDelivery[] = [];
  for (const row of received) {
    items.push(
      toQuarantinedDelivery(row, { hosts, isVisible: visible.has(row) }),
    );
    // Large payloads take a while, so yield to the event loop between two of them.
    await setImmediate();
  }
  return {
    items,
    ...(ids.length < sizes.length && {
      nextCursor: encodeCursor(list, Number(ids.at(-1))),
    }),
    totalItems: Number(count),
  };
}

/** At least one, and no more than fit into an answer. */
function firstOfSize<T extends { size: number }>(rows: readonly T[]) {
  let size = 0;
  const tooMany = rows.findIndex((row, index) => {
    size += row.size;
    return index > 0 && size > MAX_SIZE;
  });
  return rows.slice(0, tooMany < 0 ? rows.length : tooMany);
}

function toQuarantinedDelivery(
  row: ReceivedDelivery,
  options: { hosts: readonly string[]; isVisible: boolean },
): QuarantinedDelivery {
  const { payload, maskText } = maskPersons(row.payload, options);
  return {
    id: String(row.id),
    source: row.source,
    ...(row.type !== null && { type: row.type }),
    receivedAt: isoTime(row.received_at),
    reason: maskText(row.reason ?? ''),
    ...(options.isVisible ? { payload } : { isWithheld: true }),
  };
}
