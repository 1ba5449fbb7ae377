import { Entity } from '@backstage/catalog-model';
import { readAncestors } from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { readMembersOf } from '../../catalog/memberships';
import {
  CurrentTrack,
  isOfAudience,
  readBelongings,
} from '../../records/journeys';
import { readEntities } from '../../catalog/entities/readEntities';

/** So many members of a team tell whom its tracks are for. */
const MOST_MEMBERS = 50;

/** Whoever may come: a team without members has a track as well. */
const SOMEBODY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'somebody' },
};

/** The teams for whose members there is a track for newcomers. */
export async function readTeamsWithTrack(
  db: Knex,
  options: { entityRefs: readonly string[]; tracks: readonly CurrentTrack[] },
): Promise<Set<string>> {
  const teams = options.entityRefs.filter(ref => ref.startsWith('group:'));
  const tracks = options.tracks.filter(
    ({ plan }) => plan.purpose === 'onboarding',
  );
  const members = new Map(
    [...(await readMembersOf(db, teams))].map(([team, all]) => [
      team,
      all.slice(0, MOST_MEMBERS),
    ]),
  );
  const refs = [...new Set([...members.values()].flat())];
  const [entities, belongings, ancestors] = await Promise.all([
    readEntities(db, refs),
    readBelongings(db, refs, tracks),
    // Of teams without members, too.
    readAncestors(db),
  ]);
  const withTrack = teams.filter(team => {
    const users = (members.get(team) ?? []).flatMap(userRef => {
      const user = entities.get(userRef)?.entity;
      return user ? [{ user, userRef }] : [];
    });
    return [
      ...users,
      { user: SOMEBODY, userRef: 'user:default/somebody' },
    ].some(one =>
      tracks.some(({ audience }) =>
        isOfAudience(
          audience,
          { ...one, groups: [team] },
          { ...belongings, ancestors },
        ),
      ),
    );
  });
  return new Set(withTrack);
}
