import { JsonValue } from '@backstage/types';
import { EvaluationContext } from '../engine/EvaluationContext';
import { compileRule } from '../engine/compileRule';
import { FactReader } from '../engine/FactReader';
import { OUTCOME } from '../engine/outcome';
import { readRule } from '../rule/readRule';
import { EntityChange, FixPlaceholder } from './types';

/**
 * Whether a value that somebody typed is what a placeholder asks for. The rule engine says so.
 *
 * @param typed - the text as it was typed
 * @param now - the time that ages are measured from
 * @public
 */
export function meetsPlaceholder(
  placeholder: FixPlaceholder,
  typed: string,
  now: number = Date.now(),
): boolean {
  const value = toValue(placeholder, typed);
  if (typed.trim() === '' || value === placeholder.marker) {
    return false;
  }
  const context = new EvaluationContext();
  const rule = compileRule(
    readRule(placeholder.rule, 'rule', { dialect: 'rule' }),
    { context, factReader: id => new FactReader(id) },
  );
  context.start(new Map(), now);
  return rule.evaluate({ spec: { value } }) === OUTCOME.true;
}

/**
 * Changes with what was typed in place of the placeholders; those of which nothing was typed stay.
 *
 * @param typed - texts by the marker they stand for
 * @public
 */
export function fillPlaceholders(
  changes: readonly EntityChange[],
  placeholders: readonly FixPlaceholder[],
  typed: Readonly<Record<string, string>>,
): EntityChange[] {
  const values = new Map(
    placeholders
      .filter(({ marker }) => Object.hasOwn(typed, marker))
      .map(item => [item.marker, toValue(item, typed[item.marker])]),
  );
  return changes.map(change =>
    'value' in change
      ? { ...change, value: replaceTexts(change.value, values) }
      : change,
  );
}

/** A value with whole texts in it replaced. */
export function replaceTexts(
  value: JsonValue,
  by: ReadonlyMap<string, JsonValue>,
): JsonValue {
  if (typeof value === 'string') {
    return by.get(value) ?? value;
  }
  if (Array.isArray(value)) {
    return value.map(item => replaceTexts(item, by));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [
          key,
          replaceTexts(item ?? null, by),
        ]),
      )
    : value;
}

function toValue({ type }: FixPlaceholder, typed: string): JsonValue {
  const number = Number(typed);
  return type === 'number' && typed.trim() !== '' && Number.isFinite(number)
    ? number
    : typed;
}
