const DAY = 24 * 3_600_000;

/** Without a due date something that was agreed is overdue after so long. */
const WITHOUT_DATE = 30 * DAY;

/** When something was agreed, is due and was done. Milliseconds since the epoch. @public */
export interface FollowUpTimes {
  createdAt?: number;
  dueAt?: number;
  closedAt?: number;
}

/** How many follow-ups are open, how old these are, and how many overdue. @public */
export interface FollowUpCounts {
  open: number;
  overdue: number;
  /** The open ones: up to a week old, up to 30 days, older. Those whose age nobody told are in none. */
  byAge: { week: number; month: number; older: number };
}

/** Past its due date, or open for more than 30 days without one. @public */
export function isOverdue(
  { createdAt, dueAt, closedAt }: FollowUpTimes,
  now: number,
): boolean {
  if (closedAt !== undefined) {
    return false;
  }
  return dueAt !== undefined
    ? dueAt < now
    : createdAt !== undefined && now - createdAt > WITHOUT_DATE;
}

/** @public */
export function countFollowUps(
  followUps: readonly FollowUpTimes[],
  now: number,
): FollowUpCounts {
  const open = followUps.filter(({ closedAt }) => closedAt === undefined);
  const ages = open.flatMap(({ createdAt }) =>
    createdAt === undefined ? [] : [now - createdAt],
  );
  const between = (from: number, to: number) =>
    ages.filter(age => age > from && age <= to).length;
  return {
    open: open.length,
    overdue: open.filter(followUp => isOverdue(followUp, now)).length,
    byAge: {
      week: between(-Infinity, 7 * DAY),
      month: between(7 * DAY, WITHOUT_DATE),
      older: between(WITHOUT_DATE, Infinity),
    },
  };
}
