import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { readMembers } from '../../catalog/memberships';
import { DbEntityRow } from '../../database/tables';
import { readEntities } from '../../catalog/entities/readEntities';

/** More than these no team owns, and nobody gets to know. */
const MOST = 2_000;

/** What a team owns, and who is in it. */
export interface TeamContents {
  entities: Entity[];
  members: Entity[];
}

/** What a team owns, and who is in it, as the catalog has it. */
export async function readTeamCatalog(
  db: Knex,
  teamRef: string,
): Promise<TeamContents> {
  const owned: string[] = await db<DbEntityRow>('entities')
    .where('owner_ref', teamRef)
    .whereNotIn('kind', ['group', 'user'])
    .orderBy('entity_ref')
    .limit(MOST)
    .pluck('entity');
  const members = await readEntities(db, await readMembers(db, teamRef));
  return {
    entities: owned.map(entity => JSON.parse(entity)),
    members: [...members.values()].map(({ entity }) => entity),
  };
}
