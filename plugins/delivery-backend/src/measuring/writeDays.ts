import { inPages, insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbSampleDayRow } from '../database/tables';
import { DayRange } from './dayRanges';
import { MeasuredDays } from './MeasuredDays';
import { StoredMeasure } from './storedMeasures';
import { writeOpenAuthors } from './writeOpenAuthors';

const PAGE_SIZE = 500;

/**
 * Brings the stored days of an entity to what was measured: writes those that differ and removes those on which nothing
 * is left. Answers how many rows it touched.
 *
 * @param options - `range` if only these days were measured; all of them otherwise
 */
export async function writeDays(
  tx: Knex.Transaction,
  options: {
    entityRef: string;
    measures: readonly StoredMeasure[];
    days: MeasuredDays;
    range?: DayRange;
  },
): Promise<number> {
  const { entityRef, measures, days, range } = options;
  const stored = tx<DbSampleDayRow>('sample_days')
    .where('entity_ref', entityRef)
    .whereIn('measure', [...measures])
    .select('measure', 'day', 'samples');
  if (range) {
    stored.whereBetween('day', [range.from, range.to]);
  }
  const before = new Map(
    (await stored).map(row => [`${row.measure}\n${row.day}`, row.samples]),
  );
  const differing: DbSampleDayRow[] = [];
  for (const row of days.rows(range)) {
    const place = `${row.measure}\n${row.day}`;
    if (before.get(place) !== row.samples) {
      differing.push({ entity_ref: entityRef, ...row });
    }
    before.delete(place);
  }
  for (const rows of inPages(differing, PAGE_SIZE)) {
    await insertRows(tx, {
      table: 'sample_days',
      columns: {
        entity_ref: 'text',
        measure: 'text',
        day: 'text',
        samples: 'text',
        has_samples: 'boolean',
      },
      rows: rows.map(row => ({ ...row })),
      onConflict: { key: ['entity_ref', 'measure', 'day'] },
    });
  }
  const gone = [...before.keys()].map(place => place.split('\n'));
  for (const places of inPages(gone, PAGE_SIZE)) {
    await tx<DbSampleDayRow>('sample_days')
      .where('entity_ref', entityRef)
      .whereIn(['measure', 'day'], places as string[][])
      .delete();
  }
  const written = differing.length + gone.length;
  if (written > 0 && measures.includes('waits')) {
    await writeOpenAuthors(tx, entityRef, days.openAuthors);
  }
  return written;
}
