import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import {
  createAudienceDocument,
  isForUser,
} from '@fairlead/backstage-plugin-onboarding-common';

/** Who belongs to what and owns what, as far as audiences ask for it. */
export interface Belongings {
  /** The groups above a group, and itself. */
  ancestors: ReadonlyMap<string, readonly string[]>;
  /** The refs of what somebody owns. */
  ownedBy: ReadonlyMap<string, readonly string[]>;
}

/** Whether somebody is of an audience, as a member of these groups. */
export function isOfAudience(
  audience: FilterPredicate | undefined,
  {
    user,
    userRef,
    groups,
  }: { user: Entity; userRef: string; groups: readonly string[] },
  { ancestors, ownedBy }: Belongings,
): boolean {
  const all = [...new Set(groups.flatMap(ref => ancestors.get(ref) ?? [ref]))];
  const owned = [userRef, ...all].flatMap(ref => ownedBy.get(ref) ?? []);
  return isForUser(audience, createAudienceDocument(user, all, owned));
}

/**
 * The groups for which somebody is in an audience: those that are enough alone, and those without which they would not be
 * in it. None where they would be in it without any group, as everybody is where a track is for all.
 */
export function findTeams(
  audience: FilterPredicate | undefined,
  member: { user: Entity; userRef: string; groups: readonly string[] },
  belongings: Belongings,
): string[] {
  const isWith = (groups: readonly string[]) =>
    isOfAudience(audience, { ...member, groups: [...groups] }, belongings);
  const { groups } = member;
  if (!isWith(groups) || isWith([])) {
    return [];
  }
  return groups.filter(
    group =>
      isWith([group]) || !isWith(groups.filter(other => other !== group)),
  );
}
