import { Knex } from 'knex';

/** Which group or domain stands directly below which, as a table with the columns `parent_ref` and `child_ref`. */
export function edges(db: Knex, kind: 'group' | 'domain'): Knex.QueryBuilder {
  if (kind === 'domain') {
    return below(db, 'relations.partof');
  }
  // Both entities carry the relation, and one may be synced before the other.
  return below(db, 'relations.childof').unionAll(
    db('entity_terms')
      .where('key', 'relations.parentof')
      .select({ parent_ref: 'entity_ref', child_ref: 'value' }),
  );
}

function below(db: Knex, key: string): Knex.QueryBuilder {
  return db('entity_terms')
    .where('key', key)
    .select({ parent_ref: 'value', child_ref: 'entity_ref' });
}
