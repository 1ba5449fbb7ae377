import { Entity } from '@backstage/catalog-model';
import { readStartDate } from '../../catalog/people';
import {
  Belongings,
  CurrentTrack,
  findTeams,
  isNear,
} from '../../records/journeys';

/** That somebody is in a group; times are milliseconds since the epoch. */
export interface Membership {
  /** How often they joined it. */
  times: number;
  /** Absent where they were in it when we first looked. */
  joinedAt?: number;
}

/** A journey of theirs on the track, begun at some time. */
export interface EarlierJourney {
  teamRef: string | undefined;
  createdAt: number;
  isOpen: boolean;
}

/** Somebody as the catalog has them now. */
export interface Member {
  userRef: string;
  user: Entity;
  /** The groups that they are a member of themselves. */
  groups: readonly string[];
  memberships: ReadonlyMap<string, Membership>;
}

/** For which group somebody sets out on a track, and for which time. */
export interface Join {
  teamRef: string;
  occasion: string;
  joinedAt: number;
}

/**
 * Whether somebody joined a group by which they are put on a track, and is not on it yet for that. Those who were there
 * before the track are left alone, unless their start date is near: nobody is new after years.
 */
export function findJoin(
  track: CurrentTrack,
  member: Member,
  options: {
    belongings: Belongings;
    journeys: readonly EarlierJourney[];
    now: number;
  },
): Join | undefined {
  const { belongings, journeys, now } = options;
  const { memberships } = member;
  if (
    !track.audience ||
    journeys.some(journey => isOfPresent(journey, memberships))
  ) {
    return undefined;
  }
  const date = readStartDate(member.user);
  const isNew = date !== undefined && isNear(date, now);
  const joins = [...memberships].filter(
    ([, { joinedAt }]) =>
      isNew ||
      (joinedAt !== undefined &&
        joinedAt > track.since &&
        isNear(joinedAt, now)),
  );
  if (joins.length === 0) {
    return undefined;
  }
  const teams = findTeams(track.audience, member, belongings);
  return joins
    .filter(([group]) => teams.includes(group))
    .map(([group, { times, joinedAt = now }]) => ({
      teamRef: group,
      occasion: `join:${group}:${times}`,
      joinedAt,
    }))
    .sort(
      (a, b) => b.joinedAt - a.joinedAt || (a.teamRef < b.teamRef ? -1 : 1),
    )[0];
}

/**
 * Whether somebody is still in the team for which they began a journey, and was so all the time since: then joining a
 * further group begins no other one on the track. Whoever left that team and came back, or moved, begins anew.
 */
function isOfPresent(
  { teamRef, createdAt, isOpen }: EarlierJourney,
  memberships: ReadonlyMap<string, Membership>,
): boolean {
  if (teamRef === undefined) {
    return isOpen;
  }
  const membership = memberships.get(teamRef);
  return membership !== undefined && createdAt >= (membership.joinedAt ?? 0);
}
