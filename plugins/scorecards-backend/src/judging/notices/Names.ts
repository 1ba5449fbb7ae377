import { parseEntityRef } from '@backstage/catalog-model';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';

/** What scorecards and their checks are called, and which level is above which. */
export class Names {
  readonly #scorecards: ReadonlyMap<string, ScorecardInForce>;

  constructor(scorecards: readonly ScorecardInForce[]) {
    this.#scorecards = new Map(
      scorecards.map(scorecard => [scorecard.scorecardRef, scorecard]),
    );
  }

  scorecard(scorecardRef: string): string {
    return (
      this.#scorecards.get(scorecardRef)?.definition.metadata.title ??
      parseEntityRef(scorecardRef).name
    );
  }

  check(scorecardRef: string, checkId: string): string {
    const checks = this.#scorecards.get(scorecardRef)?.definition.spec.checks;
    return checks?.find(({ id }) => id === checkId)?.title ?? checkId;
  }

  /** Counted from 0; -1 for none, undefined for a level that the version in force does not have. */
  rank(scorecardRef: string, level: string | null): number | undefined {
    if (level === null) {
      return -1;
    }
    const levels =
      this.#scorecards.get(scorecardRef)?.definition.spec.levels ?? [];
    const rank = levels.indexOf(level);
    return rank < 0 ? undefined : rank;
  }
}

/** An entity as a team calls it. */
export function nameOf(row: {
  entity_ref: string;
  title: string | null;
}): string {
  return row.title ?? parseEntityRef(row.entity_ref).name;
}
