import {
  CheckStatus,
  DailyTotals,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { emptyDay } from './readDailyTotals';

/** Entities that stand alike. */
export interface StandingGroup {
  entities: number;
  level: string | null;
  checkIds: readonly string[];
  statuses: readonly CheckStatus[];
}

/** Entities of which the same changed; undefined is no result yet. */
export interface StandingShift<T> {
  entities: number;
  from: T;
  to: T;
}

const COUNTED: readonly CheckStatus[] = [
  'pass',
  'fail',
  'no-data',
  'stale',
  'error',
];

/** How entities stand, in counts alone: goes back in time as changes are taken back, and costs nothing per entity. */
export class PastStanding {
  #entities = 0;
  readonly #levels = new Map<string | null, number>();
  readonly #statuses = new Map<string, Map<CheckStatus, number>>();

  add(group: StandingGroup): void {
    this.#count(group, group.entities);
  }

  remove(group: StandingGroup): void {
    this.#count(group, -group.entities);
  }

  shiftLevel({ entities, from, to }: StandingShift<string | null>): void {
    count(this.#levels, from, -entities);
    count(this.#levels, to, entities);
  }

  shiftStatus(
    checkId: string,
    { entities, from, to }: StandingShift<CheckStatus | undefined>,
  ): void {
    const counts = this.#statusesOf(checkId);
    if (from) {
      count(counts, from, -entities);
    }
    if (to) {
      count(counts, to, entities);
    }
  }

  /** The totals as the definition then in force counted them; `until` is the end of the day in milliseconds. */
  totals(
    day: string,
    definition: ScorecardEntityV1alpha1,
    until: number,
  ): DailyTotals {
    const totals = emptyDay(day);
    totals.entities = this.#entities;
    for (const [level, entities] of this.#levels) {
      if (entities) {
        totals.levels[level ?? 'none'] = entities;
      }
    }
    for (const { id, weight = 1, from } of definition.spec.checks) {
      const isCounted = from === undefined || Date.parse(from) < until;
      for (const [status, results] of this.#statusesOf(id)) {
        totals.statuses[status] += results;
        if (isCounted && COUNTED.includes(status)) {
          totals.scoreParts.total += weight * results;
          totals.scoreParts.pass += status === 'pass' ? weight * results : 0;
        }
      }
    }
    return totals;
  }

  #count(group: StandingGroup, by: number): void {
    this.#entities += by;
    count(this.#levels, group.level, by);
    group.checkIds.forEach((checkId, index) =>
      count(this.#statusesOf(checkId), group.statuses[index], by),
    );
  }

  #statusesOf(checkId: string): Map<CheckStatus, number> {
    let counts = this.#statuses.get(checkId);
    if (!counts) {
      counts = new Map();
      this.#statuses.set(checkId, counts);
    }
    return counts;
  }
}

function count<TKey>(counts: Map<TKey, number>, key: TKey, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
