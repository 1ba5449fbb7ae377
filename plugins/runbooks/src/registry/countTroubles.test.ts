import { countTroubles } from './countTroubles';

describe('what is wrong with runbooks', () => {
  it('is counted by part, in the order of the parts', () => {
    expect(
      countTroubles({
        totals: {
          resolves: { ok: 5, bad: 2, unverifiable: 1, unknown: 3 },
          fresh: { ok: 7, bad: 4 },
          complete: { ok: 11, bad: 0 },
        },
      }),
    ).toEqual({
      all: 11,
      wrong: [
        { part: 'resolves', state: 'bad', count: 2 },
        { part: 'fresh', state: 'bad', count: 4 },
        { part: 'resolves', state: 'unverifiable', count: 1 },
      ],
    });
  });

  it('is nothing where there are none', () => {
    expect(countTroubles({ totals: {} })).toEqual({ all: 0, wrong: [] });
  });
});
