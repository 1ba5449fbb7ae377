import { isolated } from '@fairlead/bidi-text';
import { CheckResult, ScorecardResult } from '../api';
import { CheckStatus } from '../results';
import { WaivedMeaning } from '../scorecard';
import { GateBlocker, GateRequirement, GateVerdict } from './types';

/** The three ways of not knowing, as a sentence goes on. */
const UNKNOWN: Partial<Record<CheckStatus, string>> = {
  'no-data': 'has no data',
  stale: 'is known from too long ago only',
  error: 'could not be looked at',
};

/**
 * Whether an entity with this result of a scorecard holds a level of it, or certain checks of it. What is not known is
 * never a pass; what is waived or does not apply keeps nobody out, unless the scorecard has waived checks count.
 *
 * @param result - undefined where the scorecard has no result for the entity
 * @public
 */
export function judgeGate(
  result: ScorecardResult | undefined,
  requirement: GateRequirement,
): GateVerdict {
  if (!result) {
    return unknown('The scorecard has no result for it', requirement);
  }
  const { levels, title } = result;
  const rank =
    requirement.level === undefined ? -1 : levels.indexOf(requirement.level);
  const ids = requirement.checks ?? [];
  const notJudged = ids.filter(
    id => !result.checks.some(check => check.id === id),
  );
  const isNewLevel = requirement.level !== undefined && rank === -1;
  if (isNewLevel || notJudged.length > 0) {
    return unknown(
      isolated`It was judged by a version of '${title}' without it`,
      requirement,
    );
  }
  const asked = result.checks.filter(
    check =>
      ids.includes(check.id) ||
      (check.countsFrom === undefined && levels.indexOf(check.level) <= rank),
  );
  const failing = asked.filter(check => fails(check, result.waivedMeaning));
  const missing = [
    ...failing,
    ...asked.filter(({ status }) => UNKNOWN[status] !== undefined),
  ].map(toBlocker);
  const wanted = isolated`${describe(requirement)} of '${title}'`;
  const what = missing.map(say).join('; ');
  if (failing.length > 0) {
    return {
      holds: false,
      reason: isolated`It does not hold ${wanted}: ${what}`,
      missing,
    };
  }
  if (missing.length > 0) {
    return {
      holds: null,
      reason: isolated`It is not known whether it holds ${wanted}: ${what}`,
      missing,
    };
  }
  // Nothing is in the way, and yet the level is not reached: no check of the scorecard counts for the entity.
  return rank >= 0 && levels.indexOf(result.level ?? '') < rank
    ? unknown(isolated`No check of '${title}' counts for it`, requirement)
    : { holds: true, reason: isolated`It holds ${wanted}`, missing };
}

function fails(
  { status }: CheckResult,
  waivedMeaning: WaivedMeaning | undefined,
): boolean {
  return (
    status === 'fail' || (status === 'waived' && waivedMeaning === 'counts')
  );
}

function unknown(why: string, requirement: GateRequirement): GateVerdict {
  return {
    holds: null,
    reason: isolated`It is not known whether it holds ${describe(
      requirement,
    )}: ${why}`,
    missing: [],
  };
}

function describe({ level, checks = [] }: GateRequirement): string {
  const named = checks.map(id => isolated`'${id}'`).join(', ');
  return [
    level === undefined ? [] : isolated`the level '${level}'`,
    checks.length === 0 ? [] : `the checks ${named}`,
  ]
    .flat()
    .join(' and ');
}

function say({ title, status, reason }: GateBlocker): string {
  return isolated`'${title}' ${UNKNOWN[status] ?? 'fails'} (${reason})`;
}

function toBlocker(check: CheckResult): GateBlocker {
  const { id: checkId, title, level, status, reason } = check;
  return { checkId, title, level, status, reason };
}
