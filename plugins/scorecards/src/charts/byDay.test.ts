import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';
import { byDay } from './byDay';

const day = (date: string, gold: number) =>
  ({ day: date, entities: gold, levels: { gold } } as unknown as DailyTotals);

describe('byDay', () => {
  it('leaves a day without totals open instead of counting zero', () => {
    expect(
      byDay({
        days: [day('2026-02-27', 1), day('2026-03-01', 2)],
        from: '2026-02-27',
        to: '2026-03-01T12:00:00Z',
      }),
    ).toEqual([
      { time: Date.parse('2026-02-27'), levels: { gold: 1 } },
      { time: Date.parse('2026-02-28'), levels: undefined },
      { time: Date.parse('2026-03-01'), levels: { gold: 2 } },
    ]);
  });
});
