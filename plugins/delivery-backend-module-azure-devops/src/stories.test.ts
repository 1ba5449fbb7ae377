import {
  collectMeasure,
  DeliveryHistory,
  mergeAll,
  readHistory,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import {
  at,
  built,
  completed,
  deployed,
  Event,
  opened,
  pushed,
  ran,
  sha,
  voted,
} from './__testUtils__/events';
import { recordsOf } from './__testUtils__/readAll';

const MINUTE = 60_000;

function told(events: readonly Event[]): DeliveryHistory {
  const records = mergeAll(recordsOf(events)).map(record => ({
    ...record,
    entities: ['component:default/shop'],
  }));
  return readHistory(records, { now: '2026-03-05T00:00:00.000Z' });
}

/** From a request to its delivery, as Azure DevOps tells it. */
const story = [
  deployed('07:00', 1, 'a'),
  opened(),
  built(),
  voted('10:00', 10),
  voted('11:00', 10),
  completed('12:00'),
  pushed('12:00', [
    {
      commitId: sha('d'),
      comment: 'Merged PR 42: Add a cart',
      author: { date: at('12:00') },
    },
    { commitId: sha('c'), comment: 'Add', author: { date: at('07:30') } },
  ]),
  ran('12:01'),
  deployed('13:00', 12, 'd'),
];

describe('what Azure DevOps tells', () => {
  it('is one change from its opening to its delivery', () => {
    const { samples } = collectMeasure('leadTime', told(story));
    expect(samples.map(({ value }) => value)).toEqual([300 * MINUTE]);
  });

  it('is the same in any order and any number of times', () => {
    const expected = told(story);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...story, ...story], {
          minLength: 2 * story.length,
        }),
        events => expect(told(events)).toEqual(expected),
      ),
      { numRuns: 50 },
    );
  });
});
