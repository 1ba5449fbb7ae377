import { Coverage, CoverageShare, HealthState } from '../api';

/** One alert name on one entity, as coverage counts it. Times are milliseconds since the epoch. @public */
export interface CountedAlert {
  alert: string;
  /** The last of its ends; infinite while it fires. */
  firesUntil: number;
  /** The same of its firings that may page; 0 where none may. */
  mayPageUntil: number;
  /** How its runbook stands with its address; absent where it has none. */
  resolves?: HealthState;
}

/** The window that coverage is about. @public */
export interface CoverageWindow {
  /** Milliseconds since the epoch. */
  from: number;
  days: number;
}

/** The share of covered among fired; of nothing there is none. @public */
export function shareOf(fired: number, covered: number): CoverageShare {
  return { fired, covered, ratio: fired === 0 ? null : covered / fired };
}

/**
 * How many of the alert names that fired have a runbook that resolves. A name that fired on several entities counts once, and
 * as covered where it is on each of them.
 *
 * @public
 */
export function summariseCoverage(
  alerts: readonly CountedAlert[],
  window: CoverageWindow,
): Coverage {
  const names = new Map<string, CountedAlert[]>();
  for (const alert of alerts) {
    names.set(alert.alert, [...(names.get(alert.alert) ?? []), alert]);
  }
  const fired: CountedAlert[][] = [];
  const night: CountedAlert[][] = [];
  const silent: CountedAlert[][] = [];
  for (const all of names.values()) {
    const inWindow = all.filter(({ firesUntil }) => firesUntil >= window.from);
    const paging = all.filter(
      ({ mayPageUntil }) => mayPageUntil >= window.from,
    );
    if (inWindow.length > 0) {
      fired.push(inWindow);
    } else {
      silent.push(all);
    }
    if (paging.length > 0) {
      night.push(paging);
    }
  }
  return {
    ...shareOfNames(fired),
    night: shareOfNames(night),
    silent: shareOfNames(silent),
    windowDays: window.days,
  };
}

function shareOfNames(names: readonly CountedAlert[][]): CoverageShare {
  const covered = names.filter(entities =>
    entities.every(({ resolves }) => resolves === 'ok'),
  );
  return shareOf(names.length, covered.length);
}
