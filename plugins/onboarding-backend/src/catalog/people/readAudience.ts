import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { whereOneOf } from '@fairlead/bulk-sql';
import { restrictToVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { createAudienceDocument } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbEntityRow } from '../../database/tables';
import { readOwnGroups } from '../memberships';

/** A user as the audiences of tracks ask for them. */
export interface Audience {
  user: Entity;
  /** The groups that they are a member of themselves. */
  direct: string[];
  /** What an audience is compared with. */
  document: JsonObject;
}

/** A user with their groups and what these own; undefined for one that is not there. Only what is visible is told. */
export async function readAudience(
  db: Knex,
  userRef: string,
  options: { visible: VisibleEntities },
): Promise<Audience | undefined> {
  const { visible } = options;
  const found = db('entities as e')
    .where({ 'e.entity_ref': userRef, 'e.kind': 'user' })
    .first('e.entity');
  restrictToVisible(found, visible);
  const row: Pick<DbEntityRow, 'entity'> | undefined = await found;
  if (!row) {
    return undefined;
  }
  const user: Entity = JSON.parse(row.entity);
  const own = (await readOwnGroups(db, [userRef])).get(userRef);
  const seen = await readVisibleRefs(db, visible, query =>
    whereOneOf(query, 'e.entity_ref', own?.all ?? []),
  );
  const owned = await readVisibleRefs(db, visible, query =>
    whereOneOf(query, 'e.owner_ref', [userRef, ...seen]),
  );
  return {
    user,
    direct: (own?.direct ?? []).filter(ref => seen.includes(ref)),
    document: createAudienceDocument(user, seen, owned),
  };
}

async function readVisibleRefs(
  db: Knex,
  visible: VisibleEntities,
  restrict: (query: Knex.QueryBuilder) => void,
): Promise<string[]> {
  const query = db('entities as e').orderBy('e.entity_ref');
  restrict(query);
  restrictToVisible(query, visible);
  return query.pluck('e.entity_ref');
}
