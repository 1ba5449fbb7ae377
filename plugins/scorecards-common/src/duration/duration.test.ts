import {
  formatDuration,
  formatExactDuration,
  isTimeUnit,
  parseDuration,
  tryParseDuration,
} from '.';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('parseDuration', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['10m', 10 * MINUTE],
    ['2h', 2 * HOUR],
    ['1.5h', 1.5 * HOUR],
    ['3d', 3 * DAY],
    ['2w', 14 * DAY],
    ['0s', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });

  it.each([
    '',
    '10',
    'm',
    '10 m',
    '-1d',
    '10min',
    '1h30m',
    'P1D',
    '1e3s',
    '4000d',
  ])('refuses %p', text => {
    expect(tryParseDuration(text)).toBeUndefined();
    expect(() => parseDuration(text)).toThrow(
      `'${text}' is not a duration, write a number and one of ms, s, m, h, d, w, for example '10m'`,
    );
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms', '0 ms'],
    [450, '450 ms', '450 ms'],
    [12_000, '12 s', '12 s'],
    [14 * MINUTE, '14 min', '14 min'],
    [90 * MINUTE, '1.5 h', '90 min'],
    [26 * HOUR, '1.1 d', '26 h'],
    [3.25 * DAY, '3.3 d', '78 h'],
    [14 * DAY, '14 d', '14 d'],
  ])('says %d ms as people do, or exactly', (milliseconds, rounded, exact) => {
    expect(formatDuration(milliseconds)).toBe(rounded);
    expect(formatExactDuration(milliseconds)).toBe(exact);
  });
});

describe('isTimeUnit', () => {
  it.each([
    ['min', true],
    ['d', true],
    ['count', false],
    ['toString', false],
    [undefined, false],
  ])('says of %p: %p', (unit, expected) => {
    expect(isTimeUnit(unit)).toBe(expected);
  });
});
