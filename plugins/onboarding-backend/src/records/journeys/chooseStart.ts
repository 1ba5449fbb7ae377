import { Entity } from '@backstage/catalog-model';
import { StartFrom } from '@fairlead/backstage-plugin-onboarding-common';
import { readStartDate } from '../../catalog/people';

const DAY = 24 * 3_600_000;

/** A date that lies farther away is of something else: of the year when somebody was hired, who moves now. */
export const NEAR = 90 * DAY;

/** When a journey starts, and where that is from. */
export interface ChosenStart {
  startAt: number;
  startFrom: StartFrom;
}

/**
 * When a journey starts: as the entity of the user says, or the request, or when they first came here, or when they
 * joined. Times are milliseconds since the epoch.
 */
export function chooseStart(options: {
  user: Entity;
  /** Of the request. */
  told?: number;
  signInAt?: number;
  /** When they joined; now for a journey that nobody joined for. */
  joinedAt: number;
}): ChosenStart {
  const { user, told, signInAt, joinedAt } = options;
  const around = told ?? joinedAt;
  const date = readStartDate(user);
  if (date !== undefined && isNear(date, around)) {
    return { startAt: date, startFrom: 'annotation' };
  }
  if (told !== undefined) {
    return { startAt: told, startFrom: 'told' };
  }
  return signInAt !== undefined && isNear(signInAt, joinedAt)
    ? { startAt: signInAt, startFrom: 'sign-in' }
    : { startAt: joinedAt, startFrom: 'joined' };
}

/** Whether two times can be of the same beginning. */
export function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= NEAR;
}
