import fc from 'fast-check';
import { resolveWindow, WindowOptions } from './resolveWindow';

/** A Monday in spring, in the middle of the day in Berlin. */
const NOW = Date.parse('2026-04-13T10:20:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const OPTIONS: WindowOptions = { now: NOW, zone: 'Europe/Berlin' };

describe('resolveWindow', () => {
  it.each<[string, Parameters<typeof resolveWindow>[0], string, string]>([
    [
      'the last ninety local days, today included, when nobody chose',
      {},
      '2026-01-13T23:00:00.000Z',
      '2026-04-13T22:00:00.000Z',
    ],
    [
      'ninety local days before a chosen end, though the clock changed',
      { to: '2026-04-01' },
      '2025-12-31T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ],
    [
      'local days from their start',
      { from: '2026-03-01', to: '2026-03-02' },
      '2026-02-28T23:00:00.000Z',
      '2026-03-01T23:00:00.000Z',
    ],
    [
      'times with an offset, rounded down to five minutes',
      { from: '2026-03-01T10:04:59+02:00', to: '2026-03-01T12:09:00Z' },
      '2026-03-01T08:00:00.000Z',
      '2026-03-01T12:05:00.000Z',
    ],
  ])('answers %s', (_, query, from, to) => {
    expect(resolveWindow(query, OPTIONS)).toEqual({ from, to });
  });

  it('leaves times as they are where the answer is not kept', () => {
    expect(
      resolveWindow(
        { from: '2026-03-01T10:04:59Z', to: '2026-03-01T12:09:00.123Z' },
        { ...OPTIONS, isExact: true },
      ),
    ).toEqual({
      from: '2026-03-01T10:04:59.000Z',
      to: '2026-03-01T12:09:00.123Z',
    });
  });

  it.each([
    ['from', { from: 'yesterday' }],
    ['to', { to: '2026-13-01' }],
    ['to', { to: '' }],
    ['from', { from: '1969-12-31' }],
    ['from', { from: '2026-03-02', to: '2026-03-02' }],
    ['from', { from: '2025-01-01', to: '2026-03-01' }],
  ])('says what is wrong with %s of %j', (field, query) => {
    expect(() => resolveWindow(query, OPTIONS)).toThrow(
      new RegExp(`^Query '${field}': `),
    );
  });

  it('takes a longer window where there is room for it', () => {
    const query = { from: '2025-01-01', to: '2026-03-01' };
    expect(
      resolveWindow(query, { ...OPTIONS, longestDays: 800 }),
    ).toMatchObject({ from: '2024-12-31T23:00:00.000Z' });
  });

  it('answers the same for its own answer, and moves no end by five minutes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 399 * DAY }),
        fc.integer({ min: 5 * MINUTE, max: 399 * DAY }),
        fc.constantFrom(
          'UTC',
          'Europe/Berlin',
          'Pacific/Apia',
          'Asia/Kathmandu',
        ),
        (before, length, zone) => {
          const to = NOW - before;
          const query = {
            from: new Date(to - length).toISOString(),
            to: new Date(to).toISOString(),
          };
          const window = resolveWindow(query, { now: NOW, zone });
          expect(resolveWindow(window, { now: 0, zone })).toEqual(window);
          expect(window.from < window.to).toBe(true);
          expect(window.to <= query.to).toBe(true);
          expect(Date.parse(query.from) - Date.parse(window.from)).toBeLessThan(
            5 * MINUTE,
          );
        },
      ),
    );
  });
});
