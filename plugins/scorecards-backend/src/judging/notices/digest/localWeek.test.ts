import fc from 'fast-check';
import { DateTime } from 'luxon';
import { weekToTell } from './localWeek';

const ZONES = ['UTC', 'Europe/Oslo', 'America/Sao_Paulo', 'Asia/Kathmandu'];

describe('weekToTell', () => {
  it.each([
    ['2026-11-30T07:59:00Z', 'UTC', '2026-11-16'],
    ['2026-11-30T08:00:00Z', 'UTC', '2026-11-23'],
    ['2026-11-30T07:30:00Z', 'Europe/Oslo', '2026-11-23'],
    ['2026-12-06T23:59:00Z', 'UTC', '2026-11-23'],
    ['2026-12-07T03:00:00Z', 'Asia/Kathmandu', '2026-11-30'],
  ])('at %s in %s is that of %s', (now, zone, week) => {
    expect(weekToTell(Date.parse(now), zone).week).toBe(week);
  });

  it('is over, begins on a Monday at midnight there, and the next one begins where it ends', () => {
    fc.assert(
      fc.property(
        fc.integer({
          min: Date.parse('2020-01-01'),
          max: Date.parse('2035-01-01'),
        }),
        fc.constantFrom(...ZONES),
        (now, zone) => {
          const { from, to, week } = weekToTell(now, zone);
          const monday = DateTime.fromMillis(from, { zone });
          expect(to).toBeLessThanOrEqual(now);
          expect(monday.weekday).toBe(1);
          expect(monday.startOf('day').toMillis()).toBe(from);
          expect(monday.toFormat('yyyy-MM-dd')).toBe(week);
          const next = DateTime.fromMillis(now, { zone }).plus({ weeks: 1 });
          expect(weekToTell(next.toMillis(), zone).from).toBe(to);
        },
      ),
    );
  });
});
