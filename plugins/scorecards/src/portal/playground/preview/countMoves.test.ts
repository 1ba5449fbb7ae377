import { countMoves } from './countMoves';

const levels = ['bronze', 'silver', 'gold'];
const move = (before: string | null | undefined, after: string | null) => ({
  entityRef: 'component:default/a',
  before: before === undefined ? null : { level: before, score: 0.5 },
  after: {
    level: after,
    score: 0.4,
    checks: [{ id: 'a', status: 'pass' as const, reason: '' }],
  },
});

describe('countMoves', () => {
  it('counts each entity once, under the level it leaves or reaches', () => {
    expect(
      countMoves({
        levels,
        totals: {
          before: { none: 1, bronze: 0, silver: 2, gold: 1 },
          after: { none: 1, bronze: 1, silver: 0, gold: 2 },
        },
        entities: [
          move('silver', 'bronze'),
          move('silver', null),
          move(null, 'gold'),
        ],
        hasMore: false,
      }),
    ).toEqual({
      counted: 'each',
      levels: [
        { level: 'gold', lose: 0, gain: 1 },
        { level: 'silver', lose: 2, gain: 0 },
      ],
      added: 0,
      removed: 0,
    });
  });

  it('sets losses off against gains while not every change is loaded', () => {
    expect(
      countMoves({
        levels,
        totals: {
          before: { none: 10, bronze: 10, silver: 50, gold: 30 },
          after: { none: 10, bronze: 40, silver: 16, gold: 34 },
        },
        entities: [move('silver', 'bronze')],
        hasMore: true,
      }),
    ).toMatchObject({
      counted: 'net',
      levels: [
        { level: 'gold', lose: 0, gain: 4 },
        { level: 'silver', lose: 30, gain: 0 },
      ],
    });
  });

  it('counts each one again as soon as an entity that keeps its level shows that all moves are known', () => {
    expect(
      countMoves({
        levels,
        totals: { before: { gold: 9 }, after: { gold: 8, none: 1 } },
        entities: [move('gold', null), move('gold', 'gold')],
        hasMore: true,
      }),
    ).toMatchObject({
      counted: 'each',
      levels: [{ level: 'gold', lose: 1, gain: 0 }],
    });
  });

  it('says how many entities come under the scorecard or leave it, apart from levels', () => {
    const leaving = move('gold', null);
    leaving.after.checks = [];
    expect(
      countMoves({
        levels,
        totals: { before: { gold: 3 }, after: { gold: 4 } },
        entities: [leaving, move(undefined, 'gold'), move(undefined, null)],
        hasMore: false,
      }),
    ).toMatchObject({ levels: [], added: 2, removed: 1 });
    expect(
      countMoves({
        levels,
        totals: { before: { gold: 3 }, after: { gold: 5 } },
        entities: [],
        hasMore: true,
      }),
    ).toMatchObject({ added: 2, removed: 0 });
  });

  it('has nothing to compare for a scorecard that does not exist yet', () => {
    expect(
      countMoves({
        levels,
        totals: { before: null, after: { gold: 1 } },
        entities: [],
        hasMore: false,
      }),
    ).toBeUndefined();
  });
});
