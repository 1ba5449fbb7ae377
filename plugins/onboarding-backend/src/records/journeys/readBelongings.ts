import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { OwnGroups, readOwnGroups } from '../../catalog/memberships';
import { Belongings } from './findTeams';
import { CurrentTrack } from './readTracks';

type Audiences = readonly Pick<CurrentTrack, 'audience'>[];

/** What audiences of tracks ask for of these users. */
export async function readBelongings(
  db: Knex,
  userRefs: readonly string[],
  tracks: Audiences,
): Promise<Belongings & { groupsOf: ReadonlyMap<string, readonly string[]> }> {
  const groups = await readOwnGroups(db, userRefs);
  return {
    ...(await readBelongingsOf(db, groups, tracks)),
    groupsOf: new Map([...groups].map(([ref, { direct }]) => [ref, direct])),
  };
}

/** The same of users whose groups are known. What somebody owns is looked for only where an audience asks for it. */
export async function readBelongingsOf(
  db: Knex,
  groups: ReadonlyMap<string, OwnGroups>,
  tracks: Audiences,
): Promise<Belongings> {
  const asksForOwned = tracks.some(({ audience }) =>
    JSON.stringify(audience ?? {}).includes('"owned"'),
  );
  const owners = [...groups].flatMap(([ref, { all }]) => [ref, ...all]);
  return {
    ancestors: new Map([...groups.values()].flatMap(own => [...own.lines])),
    ownedBy: asksForOwned ? await readOwned(db, owners) : new Map(),
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
