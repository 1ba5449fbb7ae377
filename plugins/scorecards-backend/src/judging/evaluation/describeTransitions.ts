import {
  ScorecardEvaluation,
  Transition,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { ScorecardInForce } from '../definitions/ScorecardDefinitions';
import { FIRST_RESULT } from '../../database/firstResult';
import { findCause } from './findCause';
import { ResultBefore } from './StoredResult';

type Change = Pick<Transition, 'checkId' | 'from' | 'to' | 'cause' | 'reason'>;

const NAMED_CHECKS = 3;

/**
 * What changed between two results of one entity. The first result is one transition of the level, even to none, since
 * history is replayed from it. Checks that a new version adds or takes away are told by the mark of that version.
 */
export function describeTransitions(
  before: ResultBefore | undefined,
  after: ScorecardEvaluation,
  scorecard: Pick<ScorecardInForce, 'version' | 'definition'>,
): Change[] {
  const { level } = after;
  if (!before) {
    return [
      {
        checkId: null,
        from: null,
        to: level,
        cause: 'entity',
        reason: FIRST_RESULT,
      },
    ];
  }
  const definitionChanged = before.version !== scorecard.version;
  const checks = after.checks.flatMap((check): Change[] => {
    const old = before.checks.get(check.id);
    return !old || old.status === check.status
      ? []
      : [
          {
            checkId: check.id,
            from: old.status,
            to: check.status,
            cause: findCause({ before: old, after: check, definitionChanged }),
            reason: check.reason,
          },
        ];
  });
  if (before.level === level) {
    return checks;
  }
  return [
    {
      checkId: null,
      from: before.level,
      to: level,
      cause: checks[0]?.cause ?? (definitionChanged ? 'definition' : 'clock'),
      reason: describeLevel(checks, scorecard),
    },
    ...checks,
  ];
}

function describeLevel(
  checks: readonly Change[],
  scorecard: Pick<ScorecardInForce, 'definition' | 'version'>,
): string {
  if (checks.length === 0) {
    return `Which checks count has changed`;
  }
  const titles = new Map(
    scorecard.definition.spec.checks.map(check => [check.id, check.title]),
  );
  const named = checks
    .slice(0, NAMED_CHECKS)
    .map(
      ({ checkId, from, to }) =>
        isolated`'${titles.get(checkId ?? '')}' went from ${from} to ${to}`,
    );
  const others = checks.length - named.length;
  return `${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
}
