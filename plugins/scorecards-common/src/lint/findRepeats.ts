import { stringifyEntityRef } from '@backstage/catalog-model';
import { ScorecardEntityV1alpha1 } from '../scorecard';

/**
 * A check that asks what another one asks already.
 *
 * @public
 */
export interface RepeatedCheck {
  scorecardRef: string;
  checkId: string;
  /** Where it stands in its scorecard, for example `spec.checks[2]`. */
  path: string;
  /** The field of the check that asks. */
  asks: 'rule' | 'question';
  /** The first check that asks the same. */
  first: { scorecardRef: string; checkId: string };
}

/**
 * The checks of scorecards that ask the same of the same entities as one before them.
 *
 * @public
 */
export function findRepeats(
  scorecards: readonly ScorecardEntityV1alpha1[],
): RepeatedCheck[] {
  const seen = new Map<string, RepeatedCheck['first']>();
  const repeats: RepeatedCheck[] = [];
  for (const scorecard of scorecards) {
    const scorecardRef = stringifyEntityRef(scorecard);
    const { appliesTo, checks } = scorecard.spec;
    for (const [index, check] of checks.entries()) {
      const question = JSON.stringify([
        canonical(appliesTo),
        canonical(check.appliesTo ?? {}),
        canonical(check.rule ?? {}),
        check.question?.text,
        check.maxAge,
      ]);
      const first = seen.get(question);
      if (first) {
        repeats.push({
          scorecardRef,
          checkId: check.id,
          path: `spec.checks[${index}]`,
          asks: check.question ? 'question' : 'rule',
          first,
        });
      } else {
        seen.set(question, { scorecardRef, checkId: check.id });
      }
    }
  }
  return repeats;
}

/** Conditions without what means nothing: the order of fields, of `$all`, `$any` and `$in`, and `$eq` in full. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value
      .map(item => [JSON.stringify(canonical(item)), canonical(item)] as const)
      .sort(([a], [b]) => compare(a, b))
      .map(([, item]) => item);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value);
  const [[key, inner] = ['', undefined]] = entries;
  const isNothingMore =
    entries.length === 1 &&
    (key === '$eq' ||
      ((key === '$all' || key === '$any') &&
        Array.isArray(inner) &&
        inner.length === 1));
  return isNothingMore
    ? canonical(Array.isArray(inner) ? inner[0] : inner)
    : entries
        .sort(([a], [b]) => compare(a, b))
        .map(([name, part]) => [name, canonical(part)]);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
