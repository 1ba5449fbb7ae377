import {
  bucketsOf,
  DEFAULT_CALENDAR,
  lastDays,
  localDay,
  workingMillis,
} from '.';

const HOUR = 3_600_000;
const zone = 'Europe/Berlin';

const hoursOf = (day: string) => {
  const next = new Date(Date.parse(`${day}T12:00:00Z`));
  const [bucket] = bucketsOf({
    window: {
      from: next.toISOString(),
      to: next.toISOString().replace('12:', '13:'),
    },
    unit: 'day',
    zone,
  });
  return (Date.parse(bucket.to) - Date.parse(bucket.from)) / HOUR;
};

describe('local days', () => {
  it.each([
    ['2026-03-28', 24],
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('%s has %d hours', (day, hours) => {
    expect(hoursOf(day)).toBe(hours);
  });

  it.each([
    ['2026-03-28T23:30:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:00.000Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-24T21:59:00.000Z', '2026-10-24'],
    ['2026-10-25T22:59:00.000Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
  ])('%s lies on %s in Berlin', (instant, day) => {
    expect(localDay(instant, zone)).toBe(day);
  });

  it('follow on each other without gaps or overlaps through a clock change', () => {
    const buckets = bucketsOf({
      window: {
        from: '2026-03-27T00:00:00.000Z',
        to: '2026-04-01T00:00:00.000Z',
      },
      unit: 'day',
      zone,
    });
    expect(buckets.map(({ day }) => day)).toEqual([
      '2026-03-27',
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
      '2026-03-31',
      '2026-04-01',
    ]);
    buckets
      .slice(1)
      .forEach((bucket, i) => expect(bucket.from).toBe(buckets[i].to));
  });
});

describe('ISO weeks', () => {
  it('start on Monday, also over the turn of the year', () => {
    const weeks = bucketsOf({
      window: {
        from: '2026-12-30T00:00:00.000Z',
        to: '2027-01-05T00:00:00.000Z',
      },
      unit: 'week',
      zone,
    });
    expect(weeks.map(({ day }) => day)).toEqual(['2026-12-28', '2027-01-04']);
  });
});

describe('lastDays', () => {
  it('ends with today and counts whole local days', () => {
    expect(
      lastDays({ days: 2, now: '2026-03-29T10:00:00.000Z', zone }),
    ).toEqual({
      from: '2026-03-27T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    });
  });
});

describe('workingMillis', () => {
  it.each([
    [
      'a weekend counts nothing',
      '2026-03-06T18:00:00.000Z',
      '2026-03-09T06:00:00.000Z',
      12,
    ],
    [
      'a holiday counts nothing',
      '2026-03-10T00:00:00.000Z',
      '2026-03-13T00:00:00.000Z',
      48,
    ],
  ])('%s', (_name, from, to, hours) => {
    const calendar = { ...DEFAULT_CALENDAR, holidays: ['2026-03-11'] };
    expect(workingMillis({ from, to }, calendar)).toBe(hours * HOUR);
  });
});
