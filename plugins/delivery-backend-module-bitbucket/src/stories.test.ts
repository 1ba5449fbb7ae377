import {
  collectMeasure,
  DeliveryHistory,
  mergeAll,
  readHistory,
} from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import {
  at,
  decisionEvent,
  deploymentEvent,
  Event,
  pushed,
  pushEvent,
  requestEvent,
  sha,
  statusEvent,
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

/** From a request to its delivery, as Bitbucket tells it. */
const story = [
  deploymentEvent('before', 'a', '07:00'),
  requestEvent(),
  statusEvent(),
  statusEvent({ state: 'SUCCESSFUL', updated_on: at('08:25') }),
  decisionEvent('approval', '10:00'),
  requestEvent({
    state: 'MERGED',
    updated_on: at('12:00'),
    merge_commit: { hash: '006704dbeab2' },
  }),
  pushEvent([
    pushed('d', '12:00', 'Merged in cart (pull request #7)\n\nAdd a cart'),
    pushed('c', '07:30', 'Add a cart'),
  ]),
  deploymentEvent('after', 'd', '13:00'),
];

/** The commits of the request, which a pull adds. */
const commits = {
  ...requestEvent(),
  pullrequest_commits: [{ hash: sha('c'), date: at('07:30') }],
};

describe('what Bitbucket tells', () => {
  it.each([
    ['its opening', story, 300],
    ['its first commit, once a pull told it,', [...story, commits], 330],
  ])(
    'is one change from %s to its delivery, found by the number in the commit that merged it',
    (_, events, minutes) => {
      const { samples } = collectMeasure('leadTime', told(events));
      expect(samples.map(({ value }) => value)).toEqual([minutes * MINUTE]);
    },
  );

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
