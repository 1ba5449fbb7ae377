import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbPersonRow } from '../../database/tables';

/** Stores under which names users are known in other systems. A user with none is known under none any more. */
export async function storePeople(
  tx: Knex.Transaction,
  people: ReadonlyMap<string, readonly DbPersonRow[]>,
): Promise<void> {
  if (people.size > 0) {
    await tx<DbPersonRow>('people')
      .whereIn('user_ref', [...people.keys()])
      .delete();
    await insertRows(tx, {
      table: 'people',
      columns: { person: 'text', user_ref: 'text' },
      rows: [...people.values()].flat().map(row => ({ ...row })),
      onConflict: { key: ['person', 'user_ref'], ignore: true },
    });
  }
}
