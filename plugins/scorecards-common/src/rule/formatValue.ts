import { isolate } from '@fairlead/bidi-text';
import {
  formatDuration,
  formatExactDuration,
  isTimeUnit,
  MILLISECONDS_PER_UNIT,
} from '../duration';
import { parseIsoDate } from '../text';

const LONGEST_TEXT = 80;
const LONGEST_LIST = 5;

/** A share of 0 to 1 in percent, without the digits that binary fractions add. */
const inPercent = (ratio: number) => Number((ratio * 100).toPrecision(12));

/** An amount in the words of a sentence: `14 min`, `83 %`, `27`. */
export function formatAmount(
  amount: number,
  unit: string | undefined,
  options?: { exact?: boolean; decimals?: number },
): string {
  if (isTimeUnit(unit)) {
    const milliseconds = amount * MILLISECONDS_PER_UNIT[unit];
    return options?.exact
      ? formatExactDuration(milliseconds)
      : formatDuration(milliseconds, options?.decimals);
  }
  if (unit === 'ratio') {
    return formatAmount(inPercent(amount), 'percent', options);
  }
  const number = options?.exact
    ? amount
    : Number(amount.toFixed(options?.decimals ?? 2));
  switch (unit) {
    case undefined:
    case 'count':
      return String(number);
    case 'percent':
      return `${number} %`;
    default:
      return `${number} ${isolate(unit)}`;
  }
}

/** Any value in the words of a sentence, cut to a readable length. */
export function formatValue(value: unknown, unit?: string): string {
  if (typeof value === 'number') {
    return formatAmount(value, unit);
  }
  if (typeof value === 'string') {
    const text =
      value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
    return parseIsoDate(value) === undefined ? `"${isolate(text)}"` : text;
  }
  if (Array.isArray(value)) {
    return formatList(value, unit);
  }
  if (typeof value === 'object' && value !== null) {
    return 'an object';
  }
  return value === undefined || value === null ? 'not set' : String(value);
}

function formatList(values: unknown[], unit: string | undefined): string {
  if (values.length === 0) {
    return 'an empty list';
  }
  const first = values.slice(0, LONGEST_LIST);
  if (first.some(value => typeof value === 'object')) {
    return `a list of ${values.length}`;
  }
  const shown = first.map(value => formatValue(value, unit)).join(', ');
  const hidden = values.length - LONGEST_LIST;
  return hidden > 0 ? `${shown} and ${hidden} more` : shown;
}
