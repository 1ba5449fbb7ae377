import { readAncestors } from '@fairlead/catalog-copy';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { readOwnGroups } from '../../catalog/memberships';
import { Belongings } from './findTeams';
import { CurrentTrack } from './readTracks';

/** What audiences of tracks ask for of these users. What somebody owns is looked for only where one of them does. */
export async function readBelongings(
  db: Knex,
  userRefs: readonly string[],
  tracks: readonly Pick<CurrentTrack, 'audience'>[],
): Promise<Belongings & { groupsOf: ReadonlyMap<string, readonly string[]> }> {
  const ancestors = await readAncestors(db);
  const groups = await readOwnGroups(db, userRefs);
  const asksForOwned = tracks.some(({ audience }) =>
    JSON.stringify(audience ?? {}).includes('"owned"'),
  );
  const owners = [...groups].flatMap(([ref, { all }]) => [ref, ...all]);
  return {
    ancestors,
    ownedBy: asksForOwned ? await readOwned(db, owners) : new Map(),
    groupsOf: new Map([...groups].map(([ref, { direct }]) => [ref, direct])),
  };
}

async function readOwned(
  db: Knex,
  owners: readonly string[],
): Promise<Map<string, string[]>> {
  const query = db('entities')
    .orderBy('entity_ref')
    .select('entity_ref', 'owner_ref');
  whereOneOf(query, 'owner_ref', [...new Set(owners)]);
  const rows: { entity_ref: string; owner_ref: string }[] = await query;
  const owned = new Map<string, string[]>();
  for (const { entity_ref: ref, owner_ref: owner } of rows) {
    owned.set(owner, [...(owned.get(owner) ?? []), ref]);
  }
  return owned;
}
