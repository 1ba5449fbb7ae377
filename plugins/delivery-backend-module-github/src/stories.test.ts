import {
  collectMeasure,
  DeliveryHistory,
  DeliveryRecord,
  mergeAll,
  MeasureId,
  readHistory,
  waitLedger,
} from '@fairlead/backstage-plugin-delivery-common';
import { recordsOf } from './__testUtils__/readAll';

type Event = Record<string, any>;

const MINUTE = 60_000;
const sha = (letter: string) => letter.repeat(40);
const at = (time: string) => `2026-03-02T${time}:00Z`;
const repository = { id: 77, full_name: 'acme/shop', default_branch: 'main' };

const ofShop = (record: DeliveryRecord): DeliveryRecord => ({
  ...record,
  entities: ['component:default/shop'],
});

/** What events come to, which is the same in whatever order they are read. */
function told(events: Event[]): DeliveryHistory {
  const [history, reversed] = [events, [...events].reverse()].map(inOrder =>
    readHistory(mergeAll(recordsOf(inOrder)).map(ofShop), {
      now: '2026-03-05T00:00:00.000Z',
    }),
  );
  expect(reversed).toEqual(history);
  return history;
}

/** The minutes of each sample; undefined for what is still open. */
const minutes = (id: MeasureId, history: DeliveryHistory) =>
  collectMeasure(id, history).samples.map(({ value }) =>
    value === undefined ? undefined : value / MINUTE,
  );

/** The minutes that the changes waited in the merge queue. */
const queued = (history: DeliveryHistory) =>
  waitLedger(history)
    .flatMap(({ entries }) => entries)
    .filter(({ kind }) => kind === 'mergeQueue')
    .reduce((sum, { from, to }) => sum + (to - from) / MINUTE, 0);

const deployed = (id: number, letter: string, time: string) => ({
  action: 'created',
  deployment: {
    id,
    sha: sha(letter),
    environment: 'production',
    production_environment: true,
    created_at: at(time),
  },
  deployment_status: { state: 'success', created_at: at(time) },
  repository,
});

const request = (action: string, time: string, more: Event = {}) => ({
  action,
  pull_request: {
    number: 7,
    title: 'Greet',
    draft: false,
    created_at: at('08:00'),
    updated_at: at(time),
    user: { login: 'mona', type: 'User' },
    head: { sha: sha('b') },
    base: { ref: 'main' },
    ...more,
  },
  repository,
});

const opened = [deployed(1, 'f', '07:00'), request('opened', '08:00')];

const merged = request('closed', '12:00', {
  closed_at: at('12:00'),
  merged_at: at('12:00'),
  merge_commit_sha: sha('d'),
});

const delivered = [...opened, merged, deployed(2, 'd', '13:00')];

describe('an issue after a deployment', () => {
  const issue = (action: string, time: string, more: Event = {}) => ({
    action,
    issue: {
      number: 3,
      title: 'It is down',
      labels: [{ name: 'bug' }],
      created_at: at('13:30'),
      updated_at: at(time),
    },
    repository,
    ...more,
  });
  const triaged = issue('unlabeled', '13:40');
  triaged.issue.labels = [{ name: 'question' }];

  it.each<[string, Event, number]>([
    ['edited', issue('edited', '13:40'), 1],
    ['unlabeled', triaged, 0],
    ['deleted', issue('deleted', '13:30'), 0],
    ['transferred', issue('transferred', '13:30'), 0],
  ])('counts against it unless it is taken back: %s', (_, event, failed) => {
    const history = told([...delivered, issue('opened', '13:30'), event]);
    const { samples } = collectMeasure('changeFailRate', history);
    expect(samples.map(({ value }) => value).sort()).toEqual([0, failed]);
    expect(minutes('recoveryTime', history)).toEqual(failed ? [undefined] : []);
  });
});

describe('a commit on the default branch', () => {
  const pushed = (...commits: [message: string, letter: string][]) => ({
    ref: 'refs/heads/main',
    before: sha('0'),
    after: sha('9'),
    commits: commits.map(([message, letter]) => ({
      id: sha(letter),
      message,
      timestamp: at('12:00'),
      author: { username: 'mona' },
    })),
    repository: { ...repository, pushed_at: Date.parse(at('12:00')) / 1000 },
  });

  it('is a change of its own though it ends with the number of an issue', () => {
    const history = told([
      deployed(1, 'f', '07:00'),
      pushed(['Fix rounding of fees (#4711)', 'e']),
      deployed(2, 'e', '13:00'),
    ]);
    expect(minutes('leadTime', history)).toEqual([60]);
  });

  it.each([
    ['squashed', pushed(['Greet (#7)', 'd'])],
    [
      'merged',
      pushed(['Greet', 'b'], ['Merge pull request #7 from acme/greet', 'd']),
    ],
    [
      'rebased under a number',
      pushed(['Greet (#7)', 'c'], ['Greet more (#7)', 'd']),
    ],
  ])('is not counted beside its pull request: %s', (_, push) => {
    expect(minutes('leadTime', told([...delivered, push]))).toEqual([300]);
  });

  it.each([
    ['squashed', pushed(['Greet (#7)', 'd'])],
    [
      'merged',
      pushed(['Greet', 'b'], ['Merge pull request #7 from acme/greet', 'd']),
    ],
  ])('stands for a pull request that was never seen: %s', (_, push) => {
    const history = told([
      deployed(1, 'f', '07:00'),
      push,
      deployed(2, 'd', '13:00'),
    ]);
    expect(minutes('leadTime', history)).toEqual([60]);
  });

  it('does not wait for a pull request that is open under its number', () => {
    const history = told([
      ...opened,
      pushed(['Prepare for #7 (#7)', 'e']),
      deployed(2, 'e', '13:00'),
    ]);
    expect(minutes('leadTime', history)).toEqual([60]);
  });
});

describe('a pull request in the merge queue', () => {
  const group = (action: string, time: string, reason?: string) => ({
    action,
    reason,
    merge_group: {
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-7-d0d0',
      head_commit: { timestamp: at(time) },
    },
    repository: { ...repository, pushed_at: at('11:50') },
  });

  it.each<[string, Event[], number]>([
    ['from joining it to the merge', [request('enqueued', '10:00')], 120],
    [
      'whatever groups are made for it',
      [
        request('enqueued', '10:00'),
        group('checks_requested', '10:05'),
        group('destroyed', '10:05', 'invalidated'),
        group('checks_requested', '10:30'),
      ],
      120,
    ],
    [
      'but not while it was out of it',
      [
        request('enqueued', '10:00'),
        group('checks_requested', '10:05'),
        request('dequeued', '10:20'),
        request('enqueued', '11:00'),
        request('dequeued', '11:59'),
      ],
      79,
    ],
    [
      'since its group, where joining was not seen',
      [group('checks_requested', '11:00')],
      60,
    ],
    [
      'until its group was taken away, where nothing else was seen',
      [group('destroyed', '11:00', 'dequeued')],
      50,
    ],
  ])('waits %s', (_, events, expected) => {
    expect(queued(told([...delivered, ...events]))).toBe(expected);
  });
});
