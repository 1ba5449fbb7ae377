import { CheckStatus, NextLevel, ScoreParts } from '../results';
import { WaivedMeaning } from '../scorecard/types';

/** What weighing needs to know of a check. */
export interface WeighedCheck {
  id: string;
  /** The rank of its level, 0 for the lowest. */
  rank: number;
  weight: number;
}

export interface Standing {
  level: string | null;
  score: number | null;
  scoreParts: ScoreParts;
  next: NextLevel | null;
}

/** Weights are decimal numbers: their sums are kept free of binary noise. */
function round(weight: number): number {
  return Number.isInteger(weight) ? weight : Number(weight.toFixed(6));
}

/**
 * Where the statuses of a scorecard's checks put an entity. A level is reached when every check at or below it that
 * counts is `pass`, or `waived` unless the scorecard has waived checks count; `statuses` has undefined for a check that
 * does not count yet.
 */
export function weigh(
  levels: readonly string[],
  checks: readonly WeighedCheck[],
  statuses: readonly (CheckStatus | undefined)[],
  waivedMeaning: WaivedMeaning = 'left-out',
): Standing {
  let counted = 0;
  let pass = 0;
  let total = 0;
  let firstMissed = levels.length;
  for (let index = 0; index < checks.length; index += 1) {
    const status = statuses[index];
    if (status === undefined || status === 'not-applicable') {
      continue;
    }
    counted += 1;
    if (status === 'waived' && waivedMeaning === 'left-out') {
      continue;
    }
    const { weight, rank } = checks[index];
    total += weight;
    if (status === 'pass') {
      pass += weight;
    } else if (rank < firstMissed && isMissed(status, waivedMeaning)) {
      firstMissed = rank;
    }
  }
  const scoreParts = { pass: round(pass), total: round(total) };
  if (counted === 0) {
    return { level: null, score: null, scoreParts, next: null };
  }
  return {
    level: firstMissed === 0 ? null : levels[firstMissed - 1],
    score: total === 0 ? null : scoreParts.pass / scoreParts.total,
    scoreParts,
    next:
      firstMissed === levels.length
        ? null
        : {
            level: levels[firstMissed],
            checks: checks
              .filter(
                ({ rank }, index) =>
                  rank === firstMissed &&
                  isMissed(statuses[index], waivedMeaning),
              )
              .sort((a, b) => b.weight - a.weight)
              .map(({ id }) => id),
          },
  };
}

function isMissed(
  status: CheckStatus | undefined,
  waivedMeaning: WaivedMeaning,
): boolean {
  return (
    status !== undefined &&
    status !== 'pass' &&
    status !== 'not-applicable' &&
    (status !== 'waived' || waivedMeaning === 'counts')
  );
}
