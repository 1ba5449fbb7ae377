import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';

/** Every group by its ref: itself and all that are above it. A circle of parents is gone round once. */
export async function readAncestors(db: Knex): Promise<Map<string, string[]>> {
  const rows = await db<DbEntityRow>('entities')
    .where('kind', 'group')
    .select('entity_ref', 'parent_ref');
  const parents = new Map(rows.map(row => [row.entity_ref, row.parent_ref]));
  return new Map(
    [...parents.keys()].map(ref => {
      const line = new Set<string>();
      let next: string | null | undefined = ref;
      while (next && !line.has(next)) {
        line.add(next);
        next = parents.get(next);
      }
      return [ref, [...line]];
    }),
  );
}
