import fc from 'fast-check';
import {
  computeResponderShare,
  countFollowUps,
  findRecurrences,
  RecurringIncident,
} from '.';

const DAY = 24 * 3_600_000;

const incident = (
  id: string,
  openedDay: number,
  closedDay?: number,
  more: Partial<RecurringIncident> = {},
): RecurringIncident => ({
  id,
  openedAt: openedDay * DAY,
  ...(closedDay !== undefined && { closedAt: closedDay * DAY }),
  entityRefs: ['component:default/checkout'],
  alerts: ['DiskFull'],
  labels: [],
  ...more,
});

describe('findRecurrences', () => {
  const find = (...incidents: RecurringIncident[]) =>
    Object.fromEntries(findRecurrences(incidents));

  it('finds what came again within 90 days after the review was closed', () => {
    expect(find(incident('a', 0, 10), incident('b', 100))).toEqual({
      a: { recurredAs: 'b' },
      b: { recurrenceOf: 'a' },
    });
    expect(find(incident('a', 0, 10), incident('b', 101))).toEqual({});
    expect(find(incident('a', 0, 10), incident('b', 9))).toEqual({});
    expect(find(incident('a', 0), incident('b', 9))).toEqual({});
  });

  it('asks for the same entity and the same alert or label', () => {
    const first = incident('a', 0, 10, { labels: ['disk'] });
    expect(
      find(first, incident('b', 20, undefined, { alerts: ['Other'] })),
    ).toEqual({});
    expect(
      find(first, incident('b', 20, undefined, { entityRefs: ['c:d/other'] })),
    ).toEqual({});
    expect(
      find(
        first,
        incident('b', 20, undefined, { alerts: [], labels: ['disk'] }),
      ),
    ).toHaveProperty('a.recurredAs', 'b');
    // A label is no alert of the same name.
    expect(
      find(
        incident('a', 0, 10),
        incident('b', 20, undefined, { alerts: [], labels: ['DiskFull'] }),
      ),
    ).toEqual({});
  });

  it('names the first that came again, and the last review that did not keep it away', () => {
    expect(
      find(incident('a', 0, 10), incident('b', 20, 30), incident('c', 40)),
    ).toEqual({
      a: { recurredAs: 'b' },
      b: { recurrenceOf: 'a', recurredAs: 'c' },
      c: { recurrenceOf: 'b' },
    });
  });

  const someIncidents = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 2 }),
      openedAt: fc.nat(200).map(day => day * DAY),
      closedAt: fc.option(
        fc.nat(200).map(day => day * DAY),
        { nil: undefined },
      ),
      entityRefs: fc.subarray(['c:d/a', 'c:d/b']),
      alerts: fc.subarray(['x', 'y']),
      labels: fc.subarray(['x', 'z']),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  it('finds the same in any order, however often each is told', () => {
    fc.assert(
      fc.property(someIncidents, incidents => {
        const found = find(...incidents);
        expect(find(...[...incidents].reverse())).toEqual(found);
        expect(find(...incidents, ...incidents)).toEqual(found);
        for (const [id, { recurredAs, recurrenceOf }] of Object.entries(
          found,
        )) {
          expect(recurredAs ?? recurrenceOf).toBeDefined();
          expect([recurredAs, recurrenceOf]).not.toContain(id);
        }
      }),
    );
  });
});

describe('countFollowUps', () => {
  const now = 100 * DAY;

  it('counts what is open, how old it is, and what is overdue', () => {
    expect(
      countFollowUps(
        [
          { createdAt: 95 * DAY },
          { createdAt: 80 * DAY },
          { createdAt: 69 * DAY },
          { createdAt: 10 * DAY, dueAt: 110 * DAY },
          { createdAt: 99 * DAY, dueAt: 99.5 * DAY },
          { dueAt: 90 * DAY },
          {},
          { createdAt: 1 * DAY, dueAt: 2 * DAY, closedAt: 50 * DAY },
        ],
        now,
      ),
    ).toEqual({
      open: 7,
      overdue: 3,
      byAge: { week: 2, month: 1, older: 2 },
    });
  });
});

describe('computeResponderShare', () => {
  it('is not told of fewer than five incidents', () => {
    expect(computeResponderShare(Array(4).fill(['a']))).toBeNull();
    expect(computeResponderShare([...Array(4).fill(['a']), []])).toBeNull();
  });

  it('tells how much hangs on one, and names nobody', () => {
    const share = computeResponderShare([
      ['mira', 'mira'],
      ['mira', 'ola'],
      ['mira'],
      ['kim'],
      ['mira'],
    ])!;
    expect(share).toMatchObject({ n: 5, share: 0.8, others: 2 });
    expect(share.suggestion).toContain('on call');
    expect(JSON.stringify(share)).not.toMatch(/mira|ola|kim/);
  });

  it('suggests nothing where many share the work', () => {
    expect(computeResponderShare([['a'], ['b'], ['c'], ['d'], ['a']])).toEqual({
      n: 5,
      share: 0.4,
      others: 3,
    });
  });
});
