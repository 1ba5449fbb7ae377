import { inPages, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { StoredMeasure } from '../../measuring/storedMeasures';

/** How many entities' days are in memory as text at a time. */
const PAGE_SIZE = 50;

/** The stored days of a measure, page by page. Between pages the process answers others. */
export async function* readRows(
  db: Knex,
  options: {
    measure: StoredMeasure;
    entityRefs: readonly string[];
    from: string;
    to: string;
  },
): AsyncIterable<{ entityRef: string; samples: string }> {
  const { measure, entityRefs, from, to } = options;
  for (const refs of inPages(entityRefs, PAGE_SIZE)) {
    const query = db('sample_days')
      .where({ measure })
      .whereBetween('day', [from, to])
      .select({ entityRef: 'entity_ref', samples: 'samples' });
    whereOneOf(query, 'entity_ref', refs);
    yield* await query;
    await setImmediate();
  }
}
