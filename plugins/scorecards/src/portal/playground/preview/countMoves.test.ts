import { countMoves } from './countMoves';

const levels = ['bronze', 'silver', 'gold'];
const move = (before: string | null | undefined, after: string | null) => ({
  entityRef: 'component:default/a',
  before: before === undefined ? null : { level: before, score: 0.5 },
  after: { level: after, score: 0.4, checks: [] },
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
        complete: true,
      }),
    ).toEqual({
      entities: 4,
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
        complete: false,
      }),
    ).toMatchObject({
      counted: 'net',
      levels: [
        { level: 'gold', lose: 0, gain: 4 },
        { level: 'silver', lose: 30, gain: 0 },
      ],
    });
  });

  it('says how many entities come under the scorecard or leave it', () => {
    const totals = { before: { gold: 3 }, after: { gold: 5 } };
    const counted = {
      levels,
      entities: [move(undefined, 'gold')],
      complete: true,
    };
    expect(countMoves({ ...counted, totals })).toMatchObject({
      levels: [],
      added: 2,
      removed: 0,
    });
    expect(
      countMoves({
        ...counted,
        totals: { before: totals.after, after: totals.before },
      }),
    ).toMatchObject({ added: 0, removed: 2 });
  });

  it('has nothing to compare for a scorecard that does not exist yet', () => {
    expect(
      countMoves({
        levels,
        totals: { before: null, after: { gold: 1 } },
        entities: [],
        complete: true,
      }),
    ).toBeUndefined();
  });
});
