import { readDuration } from '../track/readDuration';

/** Who does what stands below a heading, and until when, as far as its words say so. */
export interface HeadingMeaning {
  for?: 'buddy' | 'manager';
  due?: string;
}

/** Words with which a heading speaks of somebody, and not to them. */
const ABOUT = /\b(?:meet|meeting|find|ask|talk|know|contact|with|choose)\b/;

const NUMBERS: Record<string, number> = {
  one: 1,
  first: 1,
  two: 2,
  second: 2,
  three: 3,
  third: 3,
  four: 4,
  fourth: 4,
  six: 6,
};

const NUMBER = `(\\d{1,3}|${Object.keys(NUMBERS).join('|')})`;

const UNITS: Record<string, 'd' | 'w'> = { day: 'd', week: 'w' };

/** What the words of a heading say, in English. */
export function readHeading(heading: string): HeadingMeaning {
  const words = heading.toLocaleLowerCase('en-US').slice(0, 200);
  const due = readDue(words);
  return { ...readDoer(words), ...(due && { due }) };
}

function readDoer(words: string): Pick<HeadingMeaning, 'for'> {
  if (ABOUT.test(words)) {
    return {};
  }
  if (/\bbuddy\b/.test(words)) {
    return { for: 'buddy' };
  }
  return /\bmanager\b/.test(words) ? { for: 'manager' } : {};
}

function readDue(words: string): string | undefined {
  if (
    /\bpre-?boarding\b|\b(?:before|prior to)\b.{0,40}\b(?:day|start|starts|starting|arrival|joining)\b/.test(
      words,
    )
  ) {
    return '0d';
  }
  const found =
    new RegExp(
      // Of "days 2-5" the last one counts.
      `\\b(day|week|month)s?\\s+(?:\\d{1,3}\\s?(?:-|–|to|and)\\s?)?${NUMBER}\\b`,
    ).exec(words) ??
    swap(
      new RegExp(
        `\\b${NUMBER}(?:\\s+(?:two|three|\\d{1,3}))?[\\s-]+(day|week|month)s?\\b`,
      ).exec(words),
    );
  if (!found) {
    return undefined;
  }
  const [, unit, number] = found;
  // "The first 30 days" are thirty, not one.
  const counted = /\bfirst\s+(\d{1,3}|two|three)\b/.exec(words)?.[1] ?? number;
  const n = NUMBERS[counted] ?? Number(counted);
  const due = unit === 'month' ? `${n * 30}d` : `${n}${UNITS[unit]}`;
  return readDuration(due) === undefined ? undefined : due;
}

function swap(
  match: RegExpExecArray | null,
): [string, string, string] | undefined {
  return match ? [match[0], match[2], match[1]] : undefined;
}
