import { JsonValue } from '@backstage/types';
import { closeMarks, isolate } from '@fairlead/bidi-text';
import { formatExactDuration } from '../duration';
import { Evidence } from '../results';
import { describeBound, describeTest } from '../rule/describeTest';
import { formatAmount, formatValue } from '../rule/formatValue';
import { Finding, Findings } from './findings';
import { OUTCOME } from './outcome';

const LONGEST_VALUE = 500;
const LONGEST_REASON = 2_000;
/** How exactly a value is told: as usual, else with more and more decimals. */
const DECIMALS = [undefined, 1, 2, 3, 4, 5, 6, 9];

/** Why something was not judged. */
export const TOO_MUCH =
  'the patterns and lists of this scorecard take more work on this entity than one evaluation may do';

/** What is kept of lists and objects, so that a large one is looked through once, however many checks read it. */
const kept = new WeakMap<object, JsonValue>();

/** A value as evidence keeps it: whole when it is small, else the beginning of its JSON. */
function keepValue(value: JsonValue | undefined): JsonValue {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value === 'string') {
    return cut(value) ?? value;
  }
  if (typeof value !== 'object') {
    return value;
  }
  const known = kept.get(value) ?? cut(JSON.stringify(value)) ?? value;
  kept.set(value, known);
  return known;
}

function cut(text: string): string | undefined {
  return text.length > LONGEST_VALUE
    ? `${text.slice(0, LONGEST_VALUE)}…`
    : undefined;
}

/** The values that decided, each once. */
export function toEvidence(findings: Findings): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { condition, value, fact } of findings.items) {
    const path = evidencePath(condition.subject);
    if (evidence.some(known => known.path === path)) {
      continue;
    }
    const unit = unitOf({ condition, fact });
    evidence.push({
      path,
      value: keepValue(value),
      ...(unit === undefined ? {} : { unit }),
      observedAt: fact?.observedAt ?? null,
    });
  }
  return evidence;
}

function evidencePath(subject: Finding['condition']['subject']): string {
  return subject.kind === 'fact' ? `facts.${subject.id}` : nameOf(subject);
}

function nameOf(subject: Finding['condition']['subject']): string {
  switch (subject.kind) {
    case 'fact':
      return subject.id;
    case 'path':
      return subject.path;
    default:
      return 'the element';
  }
}

/** What a reader calls a subject: a declared fact by its title. */
function titleOf(subject: Finding['condition']['subject']): string {
  return (subject.kind === 'fact' && subject.title) || nameOf(subject);
}

function unitOf({ condition, fact }: Pick<Finding, 'condition' | 'fact'>) {
  const { subject } = condition;
  return fact?.unit ?? (subject.kind === 'fact' ? subject.unit : undefined);
}

/**
 * What decided, in plain words. Nothing in it depends on the time of the evaluation, so that a result that did not
 * change reads the same tomorrow and is not written again.
 */
export function toReason(
  findings: Findings,
  options: { maxAge?: number },
): string {
  const sentences = new Set(
    findings.items.map(finding => toSentence(finding, options)),
  );
  const whole = [...sentences].join('; ');
  const text =
    whole.length > LONGEST_REASON
      ? `${closeMarks(whole.slice(0, LONGEST_REASON))}…`
      : whole;
  return findings.hidden > 0 ? `${text}; and ${findings.hidden} more` : text;
}

function toSentence(finding: Finding, options: { maxAge?: number }): string {
  const { condition, fact, value, outcome, negated } = finding;
  const name = isolate(titleOf(condition.subject));
  if (finding.isTooMuch) {
    return `${name} was not judged: ${TOO_MUCH}`;
  }
  switch (outcome) {
    case OUTCOME.noData:
      return `${name} has no data yet`;
    case OUTCOME.stale:
      return `${name} is stale, last observed at ${fact?.observedAt}${holding(
        finding,
        options,
      )}`;
    case OUTCOME.error:
      return fact?.state === 'error'
        ? `${name} could not be observed by ${isolate(fact.source)}: ${isolate(
            fact.error ?? 'no message',
          )}`
        : `${name} is ${formatValue(value, unitOf(finding))}, which ${
            condition.test.operator
          } cannot judge`;
    default: {
      const answer = answerOf(finding);
      if (answer) {
        return `${name}: ${answer}`;
      }
      if (condition.test.operator === '$matches') {
        const has = negated
          ? 'has a form that the rule rules out'
          : 'has not the form that the rule wants';
        return `${name} is ${valueWords(finding)}, which ${has}`;
      }
      const subject =
        condition.subject.kind === 'fact'
          ? { ...condition.subject, unit: unitOf(finding) }
          : condition.subject;
      const seen = `${name} is ${valueWords(finding)}`;
      return saysItAll(finding)
        ? seen
        : `${seen}, the rule wants ${
            describeTest(condition.test, subject, negated).wants
          }`;
    }
  }
}

/** The answer of a declared fact that is a question of yes or no, for which the title says what was asked. */
function answerOf({ condition, value }: Finding): 'yes' | 'no' | undefined {
  const { subject } = condition;
  if (subject.kind !== 'fact' || !subject.title || typeof value !== 'boolean') {
    return undefined;
  }
  return value ? 'yes' : 'no';
}

/** Whether the value alone tells what was wanted: that something is set or not, true or false. */
function saysItAll({ condition: { test }, value }: Finding): boolean {
  return (
    (test.operator === '$exists' && (value === undefined || value === null)) ||
    ((test.operator === '$eq' || test.operator === '$ne') &&
      typeof test.operand.value === 'boolean' &&
      typeof value === 'boolean')
  );
}

function holding({ fact }: Finding, { maxAge }: { maxAge?: number }): string {
  const expired = fact?.expiresAt ? ` and held until ${fact.expiresAt}` : '';
  return maxAge === undefined
    ? expired
    : `${expired}; this check takes nothing older than ${formatExactDuration(
        maxAge,
      )}`;
}

/** The value, with as many decimals as it takes to tell it from the limit that it misses. */
function valueWords(finding: Finding): string {
  const { test } = finding.condition;
  const unit = unitOf(finding);
  const { value } = finding;
  if (typeof value !== 'number' || !('bound' in test)) {
    return formatValue(value, unit);
  }
  const limit = describeBound(test.bound, unit);
  const told = DECIMALS.map(decimals =>
    formatAmount(value, unit, { decimals }),
  );
  return told.find(text => text !== limit) ?? told[0];
}
