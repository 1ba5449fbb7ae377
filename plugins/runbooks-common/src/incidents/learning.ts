import { isolated } from '@fairlead/bidi-text';
import { Learning } from '../api';
import { rankSeverity } from './severity';
import { addWorkingDays } from './workingDays';

/** From when on a review is asked for, and until when. @public */
export interface ReviewPolicy {
  /** The most severe first, see `DEFAULT_SEVERITIES`. */
  severities: readonly (readonly string[])[];
  /** The least severe of those that ask for one. */
  fromSeverity: string;
  /** How many working days after the incident is resolved it is due. */
  workingDays: number;
  /** An IANA time zone, in which days are counted. */
  zone: string;
}

/** What is known of the review of an incident. Times are milliseconds since the epoch. @public */
export interface ReviewFacts {
  severity?: string;
  resolvedAt?: number;
  publishedAt?: number;
  /** When the first change was linked, or somebody said why nothing is to change. */
  changedAt?: number;
}

/** How far the learning is, and what sums need besides. @public */
export interface JudgedLearning {
  learning: Learning;
  /** A review is asked for. */
  isAsked: boolean;
  /** It counts: a review was asked for, and is closed or should be. */
  isDue: boolean;
  /** It is closed, and the review was published before it was due. */
  isInTime: boolean;
  /** Milliseconds since the epoch. */
  closedAt?: number;
}

/**
 * Whether a review is asked for. A severity that is not told, or in no order, asks for none: what it means is not known,
 * and nagging about everything teaches to overlook it.
 *
 * @public
 */
export function isReviewAsked(
  severity: string | undefined,
  policy: ReviewPolicy,
): boolean {
  const rank = rankSeverity(severity, policy.severities);
  const from = rankSeverity(policy.fromSeverity, policy.severities);
  return rank !== undefined && from !== undefined && rank <= from;
}

/**
 * Learning is closed when the review is published and a change is linked, or somebody said why nothing is to change. It
 * was in time if the review was published within the working days of the policy.
 *
 * @public
 */
export function judgeLearning(
  facts: ReviewFacts,
  options: { now: number; policy: ReviewPolicy },
): JudgedLearning {
  const { resolvedAt, publishedAt, changedAt } = facts;
  const { now, policy } = options;
  const isAsked = isReviewAsked(facts.severity, policy);
  const dueAt =
    isAsked && resolvedAt !== undefined
      ? addWorkingDays(resolvedAt, {
          days: policy.workingDays,
          zone: policy.zone,
        })
      : undefined;
  const due = dueAt !== undefined && {
    dueAt: new Date(dueAt).toISOString(),
  };
  if (publishedAt !== undefined && changedAt !== undefined) {
    const isLate = dueAt !== undefined && publishedAt > dueAt;
    return {
      learning: {
        state: 'closed',
        ...due,
        ...(isLate && { reason: 'Its review was published after it was due' }),
      },
      isAsked,
      isDue: isAsked,
      isInTime: isAsked && !isLate,
      closedAt: Math.max(publishedAt, changedAt),
    };
  }
  const isLate = dueAt !== undefined && now > dueAt;
  return {
    learning: isAsked
      ? {
          state: isLate ? 'late' : 'open',
          ...due,
          reason: whatIsMissing(facts),
        }
      : { state: 'not-asked', reason: whyNotAsked(facts.severity, policy) },
    isAsked,
    isDue: isLate,
    isInTime: false,
  };
}

function whatIsMissing({ resolvedAt, publishedAt }: ReviewFacts): string {
  if (publishedAt !== undefined) {
    return 'Its review is published; link what was changed, or say why nothing is to change';
  }
  return resolvedAt === undefined
    ? 'The incident is not over yet; its review is due some days after'
    : 'No review is published yet';
}

function whyNotAsked(
  severity: string | undefined,
  policy: ReviewPolicy,
): string {
  const from = isolated`a review is asked for from '${policy.fromSeverity}' up`;
  if (severity === undefined) {
    return `No source tells its severity; ${from}`;
  }
  return rankSeverity(severity, policy.severities) === undefined
    ? isolated`Its severity '${severity}' is not in 'runbooks.incidents.severities'; ${from}`
    : isolated`Its severity is '${severity}'; ${from}`;
}
