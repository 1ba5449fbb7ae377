import {
  CheckStatus,
  DailyTotals,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { emptyDay } from './readDailyTotals';

/** Entities that stand alike. */
export interface StandingGroup {
  /** Of a single one. */
  entityRef?: string;
  entities: number;
  level: string | null;
  checkIds: readonly string[];
  statuses: readonly CheckStatus[];
}

interface EntityStanding {
  level: string | null;
  /** By check, in the order in which this replay met them; undefined before the check's first result. */
  statuses: (CheckStatus | undefined)[];
}

const COUNTED: readonly CheckStatus[] = [
  'pass',
  'fail',
  'no-data',
  'stale',
  'error',
];

/**
 * How entities stand, going back in time: starts at today and takes changes back one by one. Keeps counts beside, so
 * that a day's totals cost nothing per entity.
 */
export class PastStanding {
  readonly #entities = new Map<string, EntityStanding>();
  #size = 0;
  readonly #checks = new Map<string, number>();
  readonly #levelCounts = new Map<string | null, number>();
  readonly #statusCounts: Map<CheckStatus, number>[] = [];

  /** Adds one entity by its ref, or several that stand alike and of which nothing is taken back one by one. */
  add(group: StandingGroup): void {
    const statuses = this.#count(group, group.entities);
    if (group.entityRef !== undefined) {
      this.#entities.set(group.entityRef, { level: group.level, statuses });
    }
  }

  /** Takes the first results of several that stand alike back. */
  remove(group: StandingGroup): void {
    this.#count(group, -group.entities);
  }

  /** Takes the entity's first result back. */
  removeEntity(entityRef: string): void {
    const standing = this.#entities.get(entityRef);
    if (standing) {
      this.#entities.delete(entityRef);
      this.#size -= 1;
      count(this.#levelCounts, standing.level, -1);
      for (const checkId of this.#checks.keys()) {
        this.#setStatus(standing, checkId, undefined);
      }
    }
  }

  setLevel(entityRef: string, level: string | null): void {
    const standing = this.#entities.get(entityRef);
    if (standing) {
      count(this.#levelCounts, standing.level, -1);
      count(this.#levelCounts, level, 1);
      standing.level = level;
    }
  }

  setStatus(entityRef: string, checkId: string, status?: CheckStatus): void {
    const standing = this.#entities.get(entityRef);
    if (standing) {
      this.#setStatus(standing, checkId, status);
    }
  }

  /** The totals as the definition then in force counted them; `until` is the end of the day in milliseconds. */
  totals(
    day: string,
    definition: ScorecardEntityV1alpha1,
    until: number,
  ): DailyTotals {
    const totals = emptyDay(day);
    totals.entities = this.#size;
    for (const [level, entities] of this.#levelCounts) {
      if (entities) {
        totals.levels[level ?? 'none'] = entities;
      }
    }
    for (const { id, weight = 1, from } of definition.spec.checks) {
      const isCounted = from === undefined || Date.parse(from) < until;
      for (const [status, results] of this.#countsOf(id)) {
        totals.statuses[status] += results;
        if (isCounted && COUNTED.includes(status)) {
          totals.scoreParts.total += weight * results;
          totals.scoreParts.pass += status === 'pass' ? weight * results : 0;
        }
      }
    }
    return totals;
  }

  #setStatus(
    { statuses }: EntityStanding,
    checkId: string,
    status: CheckStatus | undefined,
  ): void {
    const counts = this.#countsOf(checkId);
    const index = this.#checks.get(checkId)!;
    const old = statuses[index];
    if (old) {
      count(counts, old, -1);
    }
    if (status) {
      count(counts, status, 1);
    }
    statuses[index] = status;
  }

  #count(
    { checkIds, level, statuses }: StandingGroup,
    by: number,
  ): EntityStanding['statuses'] {
    this.#size += by;
    count(this.#levelCounts, level, by);
    const counted: EntityStanding['statuses'] = [];
    checkIds.forEach((checkId, index) => {
      count(this.#countsOf(checkId), statuses[index], by);
      counted[this.#checks.get(checkId)!] = statuses[index];
    });
    return counted;
  }

  #countsOf(checkId: string): Map<CheckStatus, number> {
    let index = this.#checks.get(checkId);
    if (index === undefined) {
      index = this.#statusCounts.length;
      this.#checks.set(checkId, index);
      this.#statusCounts.push(new Map());
    }
    return this.#statusCounts[index];
  }
}

function count<TKey>(counts: Map<TKey, number>, key: TKey, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
