import fc from 'fast-check';
import { compareChecks } from './compareChecks';
import { ScorecardEntityV1alpha1 } from './types';

type Check = ScorecardEntityV1alpha1['spec']['checks'][number];

const check = fc.record({
  id: fc.constantFrom<string>('a', 'b', 'c', 'd'),
  title: fc.constantFrom('Old', 'New'),
  level: fc.constant('gold'),
  rule: fc.constantFrom({ kind: 'X', 'spec.type': 'y' }, { kind: 'Y' }),
});
const checks = fc.uniqueArray(check, { selector: ({ id }) => id });
const scorecard = (list: Check[]) =>
  ({ spec: { checks: list } } as ScorecardEntityV1alpha1);

describe('compareChecks', () => {
  it('leads from one version to the other, and names nothing that is the same', () => {
    fc.assert(
      fc.property(checks, checks, (before, after) => {
        const compared = compareChecks(scorecard(before), scorecard(after));
        const result = new Map<string, Check>(before.map(one => [one.id, one]));
        for (const { id, change, ...sides } of compared) {
          expect(sides.before).toEqual(before.find(one => one.id === id));
          expect(sides.after).toEqual(after.find(one => one.id === id));
          expect(sides.before).not.toEqual(sides.after);
          expect(change).toBe(
            { true: 'added', false: sides.after ? 'changed' : 'removed' }[
              `${!sides.before}`
            ],
          );
          if (sides.after) {
            result.set(id, sides.after);
          } else {
            result.delete(id);
          }
        }
        const byId = (list: Iterable<Check>) =>
          [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(result.values())).toEqual(byId(after));
      }),
    );
  });

  it('takes neither the order of fields nor that of checks for a difference', () => {
    const a = { id: 'a', title: 'A', level: 'x', rule: { k: 1, l: 2 } };
    const b = { rule: { l: 2, k: 1 }, level: 'x', title: 'A', id: 'a' };
    const other = { id: 'b', title: 'B', level: 'x', rule: { k: 1 } };
    expect(
      compareChecks(
        scorecard([a, other] as Check[]),
        scorecard([other, b] as Check[]),
      ),
    ).toEqual([]);
    expect(compareChecks(null, scorecard([a] as Check[]))).toEqual([
      { id: 'a', change: 'added', after: a },
    ]);
  });
});
