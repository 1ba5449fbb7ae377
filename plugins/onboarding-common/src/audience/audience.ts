import { Entity } from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';

/**
 * What the audience of a track is compared with: the `User` entity, and besides `groups` and `owned`.
 *
 * @param groups - full refs of all groups that they belong to, through others too
 * @param owned - full refs of what these and the user own
 * @public
 */
export function createAudienceDocument(
  user: Entity,
  groups: readonly string[],
  owned: readonly string[],
): JsonObject {
  return { ...user, groups: [...groups], owned: [...owned] } as JsonObject;
}

/**
 * Whether somebody is of the audience of a track; where it names none, everybody is. One that cannot be evaluated fits
 * nobody.
 *
 * @public
 */
export function isForUser(
  audience: FilterPredicate | undefined,
  document: JsonObject,
): boolean {
  try {
    return !audience || evaluateFilterPredicate(audience, document);
  } catch {
    return false;
  }
}
