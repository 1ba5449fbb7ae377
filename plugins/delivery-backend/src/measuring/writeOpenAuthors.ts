import { insertRows, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbOpenAuthorRow } from '../database/tables';

/** Brings the stored authors of an entity's open changes to these. */
export async function writeOpenAuthors(
  tx: Knex.Transaction,
  entityRef: string,
  authors: ReadonlySet<string>,
): Promise<void> {
  const stored: string[] = await tx<DbOpenAuthorRow>('open_authors')
    .where('entity_ref', entityRef)
    .pluck('person');
  const gone = stored.filter(person => !authors.has(person));
  if (gone.length > 0) {
    const left = tx<DbOpenAuthorRow>('open_authors').where(
      'entity_ref',
      entityRef,
    );
    whereOneOf(left, 'person', gone);
    await left.delete();
  }
  await insertRows(tx, {
    table: 'open_authors',
    columns: { entity_ref: 'text', person: 'text' },
    rows: [...authors]
      .filter(person => !stored.includes(person))
      .map(person => ({ entity_ref: entityRef, person })),
    onConflict: { key: ['entity_ref', 'person'], ignore: true },
  });
}
