import {
  collectMeasure,
  DeliveryHistory,
  DeliveryRecord,
  mergeAll,
  MeasureId,
  readHistory,
  waitLedger,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  deploymentEvent,
  issueEvent,
  mergeRequestEvent,
  pipelineEvent,
  PROJECT,
  pushEvent,
  REVIEWER,
} from './__testUtils__/events';
import { recordsOf } from './__testUtils__/readAll';

type Event = Record<string, any>;

const MINUTE = 60_000;
const sha = (letter: string) => letter.repeat(40);
const at = (time: string) => `2026-03-02 ${time}:00 UTC`;

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

/** The minutes that the changes waited, by what for. */
function waits(history: DeliveryHistory): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { kind, from, to } of waitLedger(history).flatMap(
    ({ entries }) => entries,
  )) {
    sums[kind] = (sums[kind] ?? 0) + (to - from) / MINUTE;
  }
  return sums;
}

const deployed = (id: number, letter: string, time: string) =>
  deploymentEvent({
    deployment_id: id,
    status_changed_at: at(time),
    commit_url: `${PROJECT.web_url}/-/commit/${sha(letter)}`,
  });

const merged = [
  deployed(1, 'f', '07:00'),
  mergeRequestEvent({ created_at: at('08:00'), updated_at: at('08:00') }),
  mergeRequestEvent(
    { action: 'approved', updated_at: at('10:00') },
    { user: REVIEWER },
  ),
  mergeRequestEvent({
    action: 'merge',
    state: 'merged',
    updated_at: at('12:00'),
    merge_commit_sha: sha('d'),
  }),
];

const delivered = [...merged, deployed(2, 'd', '13:00')];

const check = (attributes: Event, builds: Event[] = []) =>
  pipelineEvent(
    {
      source: 'merge_request_event',
      ref: 'greet',
      sha: sha('a'),
      stages: ['test', 'deploy'],
      created_at: at('08:00'),
      finished_at: at('08:10'),
      queued_duration: 0,
      status: 'success',
      ...attributes,
    },
    builds,
  );

describe('a merge request with buttons that nobody has to press', () => {
  const button = (more: Event) => ({
    stage: 'deploy',
    status: 'manual',
    when: 'manual',
    manual: true,
    allow_failure: true,
    created_at: at('08:00'),
    ...more,
  });
  const tested = {
    stage: 'test',
    status: 'success',
    created_at: at('08:00'),
    finished_at: at('08:10'),
  };
  const stop = button({ environment: { name: 'review/f', action: 'stop' } });
  const start = button({ environment: { name: 'review/f', action: 'start' } });

  it.each([
    ['left alone', []],
    [
      'pressed, which is a deployment and no wait',
      [
        check({ status: 'running' }, [
          tested,
          { ...start, status: 'running', started_at: at('11:00') },
        ]),
        check({ finished_at: at('11:05') }, [
          tested,
          {
            ...start,
            status: 'success',
            started_at: at('11:00'),
            finished_at: at('11:05'),
          },
        ]),
      ],
    ],
  ])('waits for none of them: %s', (_, pressed) => {
    const history = told([
      ...delivered,
      check({}, [tested, start, stop]),
      ...pressed,
    ]);
    expect(history.approvals).toEqual([]);
    expect(waits(history)).toEqual({
      ci: 10,
      reviewPickup: 110,
      deployWait: 180,
    });
    expect(minutes('ci.feedback', history)).toEqual([10]);
  });

  it('waits for the one without which its pipeline does not go on', () => {
    const gate = { ...start, allow_failure: false };
    const history = told([
      ...delivered,
      check({ status: 'manual', finished_at: null }, [tested, gate]),
      check({ status: 'success', finished_at: at('09:40') }, [
        tested,
        {
          ...gate,
          status: 'success',
          started_at: at('09:30'),
          finished_at: at('09:40'),
        },
      ]),
    ]);
    expect(waits(history)).toMatchObject({ approval: 80, ci: 20 });
  });
});

describe('a pipeline of the default branch', () => {
  const run = (id: number, status: string, time: string, more: Event = {}) =>
    pipelineEvent(
      {
        id,
        status,
        created_at: at('10:00'),
        finished_at: at(time),
        queued_duration: 0,
        ...more,
      },
      [{ name: more.job ?? 'unit', status }],
    );
  const red = run(10, 'failed', '10:06');

  it('is red until the same one is green', () => {
    const history = told([
      red,
      run(10, 'running', '10:06'),
      run(10, 'success', '10:27'),
    ]);
    expect(minutes('ci.timeToGreen', history)).toEqual([21]);
    expect(minutes('ci.runTime', history)).toEqual([6]);
    expect(minutes('ci.rerunLoss', history)).toEqual([]);
  });

  const child = { source: 'parent_pipeline' };
  const part = (payload: Event, parent: number) => ({
    ...payload,
    source_pipeline: { project: PROJECT, job_id: 1, pipeline_id: parent },
  });

  it.each([
    ['of a schedule', run(11, 'success', '10:10', { source: 'schedule' })],
    ['of its own parts', part(run(11, 'success', '10:10', child), 10)],
    ['of another name', run(11, 'success', '10:10', { name: 'Nightly' })],
  ])('is not mended by one %s', (_, sibling) => {
    expect(minutes('ci.timeToGreen', told([red, sibling]))).toEqual([
      undefined,
    ]);
    const next = run(12, 'success', '10:30');
    expect(minutes('ci.timeToGreen', told([red, sibling, next]))).toEqual([24]);
  });

  it('is not mended part by part by another part', () => {
    const api = { ...child, job: 'api:unit' };
    const web = { ...child, job: 'web:unit' };
    const events = [
      run(10, 'success', '10:06'),
      part(run(11, 'failed', '10:05', api), 10),
      part(run(12, 'success', '10:06', web), 10),
      run(20, 'success', '10:20'),
      part(run(22, 'success', '10:20', web), 20),
    ];
    expect(minutes('ci.timeToGreen', told(events))).toEqual([undefined]);
    const mended = part(run(31, 'success', '10:35', api), 30);
    expect(minutes('ci.timeToGreen', told([...events, mended]))).toEqual([30]);
  });
});

describe('an issue after a deployment', () => {
  const opened = issueEvent({
    created_at: at('13:30'),
    updated_at: at('13:30'),
  });

  it.each([
    [
      'is a failure as long as it is an incident',
      issueEvent({ action: 'update', updated_at: at('13:40') }),
      1,
    ],
    [
      'is none any more with another type',
      issueEvent({ action: 'update', type: 'Issue', updated_at: at('13:40') }),
      0,
    ],
  ])('%s', (_, changed, failed) => {
    const { samples } = collectMeasure(
      'changeFailRate',
      told([...delivered, opened, { ...changed, changes: {} }]),
    );
    expect(samples.map(({ value }) => value).sort()).toEqual([0, failed]);
  });
});

describe('a commit on the default branch', () => {
  const pushed = (message: string, letter: string) =>
    pushEvent({ id: sha(letter), message, timestamp: '2026-03-02T12:00:00Z' });

  it('is a change of its own though it ends with the number of an issue', () => {
    const history = told([
      deployed(1, 'f', '07:00'),
      pushed('Fix rounding of fees (#12)', 'e'),
      deployed(2, 'e', '13:00'),
    ]);
    expect(minutes('leadTime', history)).toEqual([60]);
  });

  it.each(['Greet (!12)', 'Merge\n\nSee merge request acme/tools/shop!12'])(
    'is not counted beside the request that it merged: %j',
    message => {
      const history = told([...delivered, pushed(message, 'd')]);
      expect(minutes('leadTime', history)).toEqual([300]);
    },
  );

  it('stands for a request that was never seen', () => {
    const history = told([
      deployed(1, 'f', '07:00'),
      pushed('Greet (!12)', 'd'),
      deployed(2, 'd', '13:00'),
    ]);
    expect(minutes('leadTime', history)).toEqual([60]);
  });
});

describe('a merge request on the merge train', () => {
  it('waits from getting on to getting off', () => {
    const step = (action: string, time: string) =>
      mergeRequestEvent({ action, updated_at: at(time) });
    const history = told([
      ...delivered,
      step('enqueue', '10:30'),
      step('dequeue', '10:40'),
      step('enqueue', '11:00'),
    ]);
    expect(waits(history)).toMatchObject({ mergeQueue: 70 });
  });
});
