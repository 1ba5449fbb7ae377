import {
  Entity,
  parseEntityRef,
  RELATION_PARENT_OF,
} from '@backstage/catalog-model';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { DbEntityRow } from '../../database/tables';
import {
  restrictToVisibleEntities,
  VisibleEntities,
} from '../../catalog/visibility';

/**
 * A team and all teams below it, nearest first: one query for each step down. Whatever else owns things, a user for
 * instance, is alone. Stands up to teams that are each other's parents.
 */
export async function listTeams(options: {
  db: Knex;
  ownerRef: string;
  visible: VisibleEntities;
}): Promise<string[]> {
  const { db, ownerRef, visible } = options;
  const found = new Set([ownerRef]);
  let step = isGroup(ownerRef) ? [ownerRef] : [];
  while (step.length) {
    const query = db<DbEntityRow>('entities as e')
      .select('e.entity_ref', 'e.entity')
      .orderBy('e.entity_ref');
    whereOneOf(query, 'e.entity_ref', step);
    restrictToVisibleEntities(query, visible);
    const rows: DbEntityRow[] = await query;
    rows.forEach(row => found.add(row.entity_ref));
    step = rows.flatMap(childrenOf).filter(ref => !found.has(ref));
  }
  return [...found];
}

function childrenOf(row: DbEntityRow): string[] {
  const { relations = [] }: Entity = JSON.parse(row.entity);
  return relations
    .filter(({ type }) => type === RELATION_PARENT_OF)
    .map(({ targetRef }) => targetRef);
}

function isGroup(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group';
}
