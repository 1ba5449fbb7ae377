/** How long after a review was closed the same incident counts as one that it did not keep away. */
const WINDOW = 90 * 24 * 3_600_000;

/** An incident as far as recurrence asks. Times are milliseconds since the epoch. @public */
export interface RecurringIncident {
  id: string;
  openedAt: number;
  entityRefs: readonly string[];
  /** The names of its alerts and its labels. */
  alerts: readonly string[];
  labels: readonly string[];
  /** When its review was closed. */
  closedAt?: number;
}

/** Which incidents an incident came again as, and which it is again. @public */
export interface Recurrence {
  /** The first that came after its review was closed. */
  recurredAs?: string;
  /** The last whose closed review did not keep it away. */
  recurrenceOf?: string;
}

/**
 * What came again: on the same entity, with the same alert or label, within 90 days after a review was closed.
 *
 * @returns by the ids of incidents; those that are no part of a recurrence are left out
 * @public
 */
export function findRecurrences(
  incidents: readonly RecurringIncident[],
): Map<string, Recurrence> {
  const found = new Map<string, Recurrence>();
  const byId = new Map(incidents.map(one => [one.id, one]));
  const kinds = groupByKind([...byId.values()].sort(compareOpened));
  for (const sameKind of kinds.values()) {
    for (const closed of sameKind) {
      for (const next of sameKind) {
        if (isAgain(closed, next)) {
          keepFirst(found, byId, closed, next);
          keepLast(found, byId, closed, next);
        }
      }
    }
  }
  return found;
}

function compareOpened(a: RecurringIncident, b: RecurringIncident): number {
  return a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
}

function groupByKind(
  incidents: readonly RecurringIncident[],
): Map<string, RecurringIncident[]> {
  const groups = new Map<string, RecurringIncident[]>();
  for (const incident of incidents) {
    const names = [
      ...incident.alerts.map(name => ['alert', name]),
      ...incident.labels.map(name => ['label', name]),
    ];
    const keys = incident.entityRefs.flatMap(ref =>
      names.map(name => JSON.stringify([ref, ...name])),
    );
    for (const key of new Set(keys)) {
      const group = groups.get(key);
      if (group) {
        group.push(incident);
      } else {
        groups.set(key, [incident]);
      }
    }
  }
  return groups;
}

function isAgain(closed: RecurringIncident, next: RecurringIncident): boolean {
  return (
    closed.closedAt !== undefined &&
    // A review may be told to be older than its incident.
    next.openedAt > closed.openedAt &&
    next.openedAt > closed.closedAt &&
    next.openedAt <= closed.closedAt + WINDOW
  );
}

function keepFirst(
  found: Map<string, Recurrence>,
  byId: ReadonlyMap<string, RecurringIncident>,
  closed: RecurringIncident,
  next: RecurringIncident,
): void {
  const before = byId.get(found.get(closed.id)?.recurredAs ?? '');
  if (!before || compareOpened(next, before) < 0) {
    found.set(closed.id, { ...found.get(closed.id), recurredAs: next.id });
  }
}

function keepLast(
  found: Map<string, Recurrence>,
  byId: ReadonlyMap<string, RecurringIncident>,
  closed: RecurringIncident,
  next: RecurringIncident,
): void {
  const before = byId.get(found.get(next.id)?.recurrenceOf ?? '');
  if (!before || compareClosed(closed, before) > 0) {
    found.set(next.id, { ...found.get(next.id), recurrenceOf: closed.id });
  }
}

function compareClosed(a: RecurringIncident, b: RecurringIncident): number {
  return (a.closedAt ?? 0) - (b.closedAt ?? 0) || (a.id < b.id ? -1 : 1);
}
