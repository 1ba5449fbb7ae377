import fc from 'fast-check';
import {
  shuffledWithDuplicates,
  sightingsOf,
} from '../__testUtils__/arbitraries';
import { at, run } from '../__testUtils__/records';
import { mergeAll } from '../merge';
import { endingsOf, settleRun } from './settleRun';
import { Run } from './run';

const red = { outcome: 'failure', at: at('02 10:06') } as const;
const green = { outcome: 'success', at: at('02 10:27') } as const;
const later = (outcome: 'success' | 'failure') => ({
  outcome,
  at: at('02 14:00'),
});
const times = { created: '02 10:00', finished: '02 10:06' };

describe('settleRun', () => {
  it('takes outcome and finish of one end, the last', () => {
    const settled = settleRun(run('1', 's', times, { endings: [green, red] }));
    expect(settled).toMatchObject({
      finishedAt: green.at,
      status: { state: 'completed', outcome: 'success', at: green.at },
    });
    expect(endingsOf(settled)).toEqual([red, green]);
  });

  it.each([
    [[green, later('success')], green],
    [[red, green, later('success')], green],
    [[green, later('failure')], later('failure')],
    [[red, later('failure')], later('failure')],
  ])(
    'takes the first of the successes that it ended with: %j',
    (endings, end) => {
      expect(settleRun(run('1', 's', times, { endings }))).toMatchObject({
        finishedAt: end.at,
        status: { outcome: end.outcome },
      });
    },
  );

  it('decides a tie for the worse', () => {
    const tie = { outcome: 'success', at: red.at } as const;
    for (const endings of [
      [red, tie],
      [tie, red],
    ]) {
      expect(settleRun(run('1', 's', times, { endings })).status?.outcome).toBe(
        'failure',
      );
    }
  });

  it('leaves a run whose source gives each attempt its own end as it is', () => {
    const plain = run('1', 's', times);
    expect(settleRun(plain)).toBe(plain);
    expect(endingsOf(plain)).toEqual([{ outcome: 'success', at: red.at }]);
    const open = run('1', 's', { created: '02 10:00' });
    expect(endingsOf(open)).toEqual([]);
    expect(endingsOf({ ...plain, finishedAt: undefined })).toEqual([]);
    expect(endingsOf({ ...open, finishedAt: red.at })).toEqual([]);
    expect(settleRun({ ...open, endings: [] })).not.toHaveProperty('outcome');
  });

  it('comes to the same in any order, and settled twice', () => {
    fc.assert(
      fc.property(
        fc
          .array(sightingsOf('run'), { minLength: 1, maxLength: 6 })
          .chain(told =>
            fc.tuple(fc.constant(told), shuffledWithDuplicates(told)),
          ),
        ([told, shuffled]) => {
          const [once, again] = [told, shuffled].map(records =>
            (mergeAll(records) as Run[]).map(settleRun),
          );
          expect(again).toEqual(once);
          expect(once.map(settleRun)).toEqual(once);
        },
      ),
    );
  });
});
