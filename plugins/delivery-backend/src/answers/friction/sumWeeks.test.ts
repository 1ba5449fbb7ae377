import { sumWeeks } from './sumWeeks';

const at = (time: string) => Date.parse(time);

describe('sumWeeks', () => {
  const window = {
    from: '2026-03-18T00:00:00.000Z',
    to: '2026-04-08T00:00:00.000Z',
  };

  it('sums by kind and local ISO week, with weeks in which nothing was reported', () => {
    expect(
      sumWeeks(
        [
          // Monday in Berlin already, Sunday in UTC still; the clock changed on the 29th.
          {
            kind: 'waiting',
            minutes: 5,
            reportedAt: at('2026-03-29T22:30:00Z'),
          },
          {
            kind: 'waiting',
            minutes: 7,
            reportedAt: at('2026-03-31T10:00:00Z'),
          },
          {
            kind: 'poor-tooling',
            minutes: 60,
            reportedAt: at('2026-03-31T11:00:00Z'),
          },
        ],
        { window, zone: 'Europe/Berlin' },
      ),
    ).toEqual([
      { week: '2026-03-16', reports: 0, minutes: 0, byKind: {} },
      { week: '2026-03-23', reports: 0, minutes: 0, byKind: {} },
      {
        week: '2026-03-30',
        reports: 3,
        minutes: 72,
        byKind: {
          waiting: { reports: 2, minutes: 12 },
          'poor-tooling': { reports: 1, minutes: 60 },
        },
      },
      { week: '2026-04-06', reports: 0, minutes: 0, byKind: {} },
    ]);
  });
});
