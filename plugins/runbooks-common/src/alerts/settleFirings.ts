/** A firing as its record tells it. Times are milliseconds since the epoch. @public */
export interface ToldFiring {
  key: string;
  startsAt: number;
  /** Absent while it fires. */
  endsAt?: number;
}

/** What a record of a firing comes to beside the others of its fingerprint. @public */
export interface SettledFiring {
  key: string;
  /** The key of the firing of which it tells but the end, or which it repeats. It is none of its own then. */
  partOf?: string;
  /** Absent while it fires. */
  endsAt?: number;
}

/**
 * Makes firings of the records of one fingerprint. The same alert does not fire twice at once: what is told to begin while
 * it fires is the end of that, told with another start, as some senders do; or, without an end, its next firing, before
 * which it must have ended. So an alert that flaps counts once for each of its starts, however often it is told.
 *
 * @param told - of one source and fingerprint, in any order
 * @returns in the order of their starts
 * @public
 */
export function settleFirings(told: readonly ToldFiring[]): SettledFiring[] {
  const settled: SettledFiring[] = [];
  let current: { told: ToldFiring; settled: SettledFiring } | undefined;
  for (const firing of [...told].sort(byStart)) {
    if (current && tellsOf(firing, current.told)) {
      endAt(current.settled, firing.endsAt);
      settled.push({
        key: firing.key,
        partOf: current.settled.key,
        endsAt: firing.endsAt,
      });
    } else {
      if (current) {
        endAt(current.settled, firing.startsAt);
      }
      current = {
        told: firing,
        settled: { key: firing.key, endsAt: firing.endsAt },
      };
      settled.push(current.settled);
    }
  }
  return settled;
}

/** Whether a record is about the firing before it: it repeats its start, or ends what was under way. */
function tellsOf(firing: ToldFiring, before: ToldFiring): boolean {
  if (firing.startsAt === before.startsAt) {
    return true;
  }
  if (firing.endsAt === undefined) {
    return false;
  }
  return (
    before.endsAt === undefined ||
    firing.startsAt < before.endsAt ||
    (firing.startsAt === before.endsAt && firing.endsAt <= firing.startsAt)
  );
}

/** The first end that is told holds. */
function endAt(firing: SettledFiring, at: number | undefined): void {
  if (at !== undefined && (firing.endsAt === undefined || at < firing.endsAt)) {
    firing.endsAt = at;
  }
}

function byStart(a: ToldFiring, b: ToldFiring): number {
  return a.startsAt - b.startsAt || (a.key < b.key ? -1 : 1);
}
