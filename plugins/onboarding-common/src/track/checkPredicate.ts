import { parseFilterPredicate } from '@backstage/filter-predicates';
import { isolated } from '@fairlead/bidi-text';
import { LIMITS } from './limits';
import { TrackProblem } from './types';
import { isObject } from './values';

/** What of an audience holds full references. */
const LISTS = ['groups', 'owned'];

/** What is wrong with an audience. */
export function checkAudience(audience: unknown): TrackProblem[] {
  const path = 'spec.audience';
  if (!isObject(audience)) {
    return [];
  }
  if (Object.keys(audience).length === 0) {
    return [
      {
        path,
        message:
          'has no condition, leave it out where the track is for everybody',
      },
    ];
  }
  const bounds = checkBounds(audience, path);
  if (bounds.length > 0) {
    return bounds;
  }
  try {
    parseFilterPredicate(audience);
  } catch (error) {
    return [
      {
        path,
        message: isolated`is no filter predicate: ${(
          error as Error
        ).message.slice(0, 300)}`,
      },
    ];
  }
  return checkLists(audience, path);
}

/** Conditions on `groups` and `owned` that can never hold. */
function checkLists(value: unknown, path: string): TrackProblem[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      checkLists(item, `${path}[${index}]`),
    );
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, inner]) =>
        LISTS.includes(key)
          ? checkList(inner, `${path}.${key}`)
          : checkLists(inner, `${path}.${key}`),
      )
    : [];
}

function checkList(value: unknown, path: string): TrackProblem[] {
  if (isObject(value) && '$exists' in value) {
    return [];
  }
  if (!isObject(value) || !('$contains' in value)) {
    return [
      {
        path,
        message:
          'is a list of references, write { $contains: group:default/booking }',
      },
    ];
  }
  return checkMember(value.$contains, `${path}.$contains`);
}

function checkMember(value: unknown, path: string): TrackProblem[] {
  if (isObject(value)) {
    return Object.entries(value).flatMap(([key, inner]) =>
      [inner].flat().flatMap(one => checkMember(one, `${path}.${key}`)),
    );
  }
  return typeof value === 'string' &&
    /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(value)
    ? []
    : [
        {
          path,
          message: isolated`takes a full reference such as group:default/booking, not '${String(
            value,
          ).slice(0, 60)}'`,
        },
      ];
}

/** Whether conditions are few and flat enough to be looked at; looks no further than that. */
export function checkBounds(value: unknown, path: string): TrackProblem[] {
  let left = LIMITS.conditions * 4;
  let isDeep = false;
  const visit = (inner: unknown, levels: number) => {
    left -= 1;
    if (typeof inner !== 'object' || inner === null || left < 0 || isDeep) {
      return;
    }
    if (levels === 0) {
      isDeep = true;
      return;
    }
    Object.values(inner).forEach(child => visit(child, levels - 1));
  };
  visit(value, LIMITS.nesting);
  if (isDeep) {
    return [{ path, message: `nests more than ${LIMITS.nesting} deep` }];
  }
  return left < 0
    ? [{ path, message: 'has more conditions than anybody can read' }]
    : [];
}
