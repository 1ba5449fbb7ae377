import {
  CHECK_STATUSES,
  CheckStatus,
  LevelCounts,
  ScorecardEntityV1alpha1,
  StatusCounts,
} from '@fairlead/backstage-plugin-scorecards-common';
import { readStatuses } from '../../database/storedChecks';

/** What a rollup query gives for each combination that occurs. */
export interface TotalsRow {
  level: string | null;
  /** The letters of `results.statuses`. */
  statuses: string;
  count: number | string;
}

/** Counts of entities per level and of check results per status. */
export class Totals {
  entities = 0;
  readonly levels: LevelCounts;
  readonly statuses: StatusCounts;

  /** Each level of the definition has a count, be it 0: a reader sees the whole ladder. */
  constructor(definition: ScorecardEntityV1alpha1) {
    this.levels = emptyLevels(definition);
    this.statuses = emptyStatuses();
  }

  add({ level, statuses, count }: TotalsRow): void {
    this.entities += Number(count);
    this.addLevel(level, Number(count));
    for (const status of readStatuses(statuses)) {
      this.addStatus(status, Number(count));
    }
  }

  addLevel(level: string | null, count: number): void {
    const key = level ?? 'none';
    this.levels[key] = (this.levels[key] ?? 0) + count;
  }

  addStatus(status: CheckStatus, count: number): void {
    this.statuses[status] += count;
  }

  toJSON() {
    const { entities, levels, statuses } = this;
    return { entities, levels, statuses };
  }
}

/** A count of 0 for `none` and for each level, lowest first. */
export function emptyLevels(definition: ScorecardEntityV1alpha1): LevelCounts {
  return Object.fromEntries(
    ['none', ...definition.spec.levels].map(level => [level, 0]),
  );
}

/** A count of 0 for each status. */
export function emptyStatuses(): StatusCounts {
  return Object.fromEntries(
    CHECK_STATUSES.map(status => [status, 0]),
  ) as StatusCounts;
}
