/** A year; what lasted longer is no duration. */
const MAX_SECONDS = 366 * 24 * 60 * 60;

const NUMBER = /^\d*\.?\d+(e[+-]?\d+)?$/i;

/**
 * Reads a number of seconds in milliseconds, whatever the language of the machine that wrote it: `0.16`, `0,160`,
 * `1,234.5` and `1.234,5`. A comma that stands alone is that of a fraction: reports write fractions of a second.
 */
export function readSeconds(text: string): number | undefined {
  const digits = plain(text.replace(/[\s'’\u00a0\u202f]/g, ''));
  const seconds = NUMBER.test(digits) ? Number(digits) : NaN;
  return seconds <= MAX_SECONDS ? Math.round(seconds * 1_000) : undefined;
}

/** Leaves one point before the fraction and nothing else between the digits. */
function plain(text: string): string {
  const [point, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  const isCommaLast = comma > point;
  const [fraction, group] = isCommaLast ? [',', '.'] : ['.', ','];
  const isRepeated = text.indexOf(fraction) !== text.lastIndexOf(fraction);
  return isRepeated
    ? text.replaceAll(fraction, '')
    : text.replaceAll(group, '').replace(fraction, '.');
}
