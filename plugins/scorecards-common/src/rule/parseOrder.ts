import { isolated } from '@fairlead/bidi-text';
import { formatExactDuration, tryParseDuration } from '../duration';
import { parseIsoDate } from '../text';
import { ParseContext } from './ParseContext';
import { ParsedSubject, timeUnitOf } from './parseSubject';
import { Bound, OrderOperator, ValueTest } from './types';
import { nameOf } from './values';

/** Reads the operand of `$gt`, `$gte`, `$lt` and `$lte`. */
export function parseOrder(
  operator: OrderOperator,
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): ValueTest | undefined {
  const bound = parseBound(operator, operand, path, subject, context);
  const type = subject.fact?.type;
  if (!bound) {
    return undefined;
  }
  if (type === 'date' && bound.type !== 'date') {
    return context.problem(
      path,
      isolated`'${subject.fact?.id}' is a date: write an ISO 8601 date, or use $olderThan or $newerThan`,
    );
  }
  if ((type === 'number' || type === 'duration') && bound.type === 'date') {
    return context.problem(
      path,
      isolated`'${subject.fact?.id}' is declared as ${type} and cannot be compared with a date`,
    );
  }
  return { operator, bound };
}

function parseBound(
  operator: OrderOperator,
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): Bound | undefined {
  if (typeof operand === 'number' && Number.isFinite(operand)) {
    return { type: 'number', value: operand };
  }
  const time = parseIsoDate(operand);
  if (time !== undefined) {
    return { type: 'date', time, text: String(operand) };
  }
  const milliseconds =
    typeof operand === 'string' ? tryParseDuration(operand) : undefined;
  if (milliseconds === undefined) {
    return context.problem(
      path,
      isolated`${operator} takes a number, a duration such as '10m' or an ISO 8601 date, not ${nameOf(
        operand,
      )}`,
    );
  }
  const unit = timeUnitOf(subject.subject);
  if (unit) {
    return { type: 'duration', milliseconds, unit };
  }
  if (subject.subject.kind === 'fact' && !context.judgesFacts) {
    return { type: 'duration', milliseconds };
  }
  return context.problem(
    path,
    subject.subject.kind === 'fact'
      ? isolated`${formatExactDuration(milliseconds)} is a duration, but '${
          subject.subject.id
        }' has no unit of time; compare with a number${
          subject.subject.unit ? ` of ${subject.subject.unit}` : ''
        }`
      : isolated`${formatExactDuration(
          milliseconds,
        )} is a duration, but only facts have a unit of time; compare with a number, or use $olderThan or $newerThan on a date`,
  );
}
