import { JsonValue } from '@backstage/types';
import {
  DeliverySource,
  RepositoryAnnotation,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbDeliveryRow } from '../../database/tables';
import { readSubject, subjectKey } from '../../records/matching/subjects';
import { RawVisibility, restrictToVisible } from '../../catalog/visibility';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';

/** A delivery with its payload read. */
export type ReceivedDelivery = Omit<DbDeliveryRow, 'payload'> & {
  payload: JsonValue;
};

/**
 * Those of the deliveries whose payloads a reader may see: of a reader without the permission for all, those of whose
 * repository the reader may see every entity. One of which no repository or no entity is known belongs to nobody.
 */
export async function findVisibleDeliveries<T extends ReceivedDelivery>(
  deliveries: readonly T[],
  options: { db: Knex; raw: RawVisibility; sources: SourceRegistry },
): Promise<ReadonlySet<T>> {
  const { db, raw, sources } = options;
  if (raw === 'all') {
    return new Set(deliveries);
  }
  const all = sources.naming().repositories;
  const named = deliveries.map(({ source, payload }) =>
    readSubjects(sources.get(source), payload, all),
  );
  const names = new Set(named.flat().map(({ value }) => value));
  if (names.size === 0) {
    return new Set();
  }
  const claims = db('claims as c')
    .join('entities as e', 'e.entity_ref', 'c.entity_ref')
    .whereIn(
      'c.annotation',
      all.map(({ annotation }) => annotation),
    )
    .groupBy('c.annotation', 'c.value')
    .select('c.annotation', 'c.value')
    .count({ count: '*' });
  whereOneOf(claims, 'c.value', [...names]);
  const visible = claims.clone();
  restrictToVisible(visible, raw.entities);
  const [existing, seen] = await Promise.all([
    readCounts(claims),
    readCounts(visible),
  ]);
  return new Set(
    deliveries.filter((_, index) => {
      const claimed = named[index].filter(subject =>
        existing.has(subjectKey(subject)),
      );
      return (
        claimed.length > 0 &&
        claimed
          .map(subjectKey)
          .every(key => seen.get(key) === existing.get(key))
      );
    }),
  );
}

/** The repository of a payload as entities name it. A payload that could not be read may trip its source here, too. */
function readSubjects(
  source: DeliverySource | undefined,
  payload: JsonValue,
  all: readonly RepositoryAnnotation[],
): Subject[] {
  try {
    const value = source?.repositoryOf?.(payload)?.name;
    const own = source?.naming?.repositories ?? all;
    return value
      ? own.map(({ annotation }) => readSubject({ annotation, value }))
      : [];
  } catch {
    return [];
  }
}

/** How many entities claim each subject, by the key of the subject. */
async function readCounts(
  query: Knex.QueryBuilder,
): Promise<Map<string, number>> {
  const rows: (Subject & { count: number | string })[] = await query;
  return new Map(rows.map(row => [subjectKey(row), Number(row.count)]));
}
