import { compareForPreview } from './compareForPreview';

const entity = (
  entityRef: string,
  before: [string | null, number | null] | null,
  after: [string | null, number | null],
) => ({
  entityRef,
  before: before && { level: before[0], score: before[1] },
  after: { level: after[0], score: after[1], checks: [] },
});

describe('compareForPreview', () => {
  it('puts those that change first, the largest loss on top', () => {
    const entities = [
      entity('same-b', ['gold', 1], ['gold', 1]),
      entity('score-up', ['gold', 0.8], ['gold', 0.9]),
      entity('same-a', ['gold', 1], ['gold', 1]),
      entity('new', null, ['bronze', 0.5]),
      entity('score-down', ['gold', 0.9], ['gold', 0.8]),
      entity('loses', ['gold', 1], [null, 0.1]),
      entity('loses-all', ['gold', 0.5], [null, null]),
    ];
    expect(
      entities.sort(compareForPreview).map(({ entityRef }) => entityRef),
    ).toEqual([
      'loses',
      'loses-all',
      'new',
      'score-down',
      'score-up',
      'same-a',
      'same-b',
    ]);
  });
});
