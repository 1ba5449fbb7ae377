import { JsonObject } from '@backstage/types';
import {
  collectMeasure,
  DeliveryRecord,
  MeasureId,
  mergeAll,
  observe,
  readHistory,
  summariseMeasure,
} from '@fairlead/backstage-plugin-delivery-common';
import { cdEvent } from './__testUtils__/cdEvent';
import { readPayload, recordsOf } from './__testUtils__/readPayload';

const RUNS = '/apis/tekton.dev/v1/namespaces/ci/pipelineruns';
const SHA = 'a'.repeat(40);
const SHOP = { entityRef: 'component:default/shop', commit: SHA };

const at = (time: string) => `2026-03-02T${time}:00.000Z`;

/** What Tekton sends of a run: its source is the run itself. */
function tektonRun(
  id: string,
  times: { from: string; to: string; outcome: string },
  customData: JsonObject = { ...SHOP, onDefaultBranch: true },
): JsonObject[] {
  const event = (type: string, time: string, content: JsonObject) =>
    cdEvent(type, {
      at: at(time),
      source: `${RUNS}/${id}`,
      subjectId: id,
      subjectSource: `${RUNS}/${id}`,
      content: { pipelineName: 'build-main', ...content },
      customData,
    });
  const { from, to, outcome } = times;
  return [
    event('pipelinerun.started', from, {}),
    event('pipelinerun.finished', to, { outcome }),
  ];
}

function tektonTask(id: string, run: string, outcome: string): JsonObject {
  const source = `/apis/tekton.dev/v1/namespaces/ci/taskruns/${id}`;
  return cdEvent('taskrun.finished', {
    at: at('08:05'),
    source,
    subjectId: id,
    content: {
      taskName: 'unit',
      pipelineRun: { id: run, source: `${RUNS}/${run}` },
      outcome,
    },
    customData: SHOP,
  });
}

function measured(id: MeasureId, records: DeliveryRecord[]) {
  const now = '2026-03-10T00:00:00.000Z';
  const history = readHistory(records, { now });
  return summariseMeasure(collectMeasure(id, history), {
    window: { from: '2026-03-01T00:00:00.000Z', to: now },
    calendar: history.options.calendar,
    now,
  });
}

const red = tektonRun('aaa', {
  from: '08:00',
  to: '08:10',
  outcome: 'failure',
});
const green = tektonRun('bbb', {
  from: '09:00',
  to: '09:10',
  outcome: 'success',
});

describe('pipelines of which nothing names the repository', () => {
  it('turn green again, though every run is a source of its own', () => {
    expect(
      measured('ci.timeToGreen', recordsOf([...red, ...green])),
    ).toMatchObject({ n: 1, value: 60 * 60_000 });
  });

  it('of different entities do not mend each other', () => {
    const other = tektonRun(
      'ccc',
      { from: '09:00', to: '09:10', outcome: 'success' },
      { entityRef: 'component:default/cart', onDefaultBranch: true },
    );
    expect(
      measured('ci.timeToGreen', recordsOf([...red, ...other])),
    ).toMatchObject({ n: 1, open: 1 });
  });

  it('turn green again where nothing names an entity either', () => {
    const without = [
      ...tektonRun(
        'aaa',
        { from: '08:00', to: '08:10', outcome: 'failure' },
        { onDefaultBranch: true },
      ),
      ...tektonRun(
        'bbb',
        { from: '09:00', to: '09:10', outcome: 'success' },
        { onDefaultBranch: true },
      ),
    ];
    expect(measured('ci.timeToGreen', recordsOf(without))).toMatchObject({
      n: 1,
      value: 60 * 60_000,
    });
    for (const event of without) {
      expect(readPayload(event)).toMatchObject([
        { subjects: [{ annotation: 'fairlead.dev/service', value: RUNS }] },
      ]);
    }
  });

  it.each([
    ['https://ci.example/job/Shop/12/', '12', 'https://ci.example/job/shop'],
    ['/pipelines/shop', '12', '/pipelines/shop'],
    ['12', '12', '12'],
  ])('of the source %s, in run %s, belong to %s', (source, subjectId, repo) => {
    const [run] = recordsOf([
      cdEvent('pipelinerun.started', { source, subjectId }),
    ]);
    expect(run).toMatchObject({ repo });
  });

  it('have flaky jobs', () => {
    const tasks = [
      tektonTask('aaa-unit', 'aaa', 'failure'),
      tektonTask('bbb-unit', 'bbb', 'success'),
    ];
    expect(
      measured('ci.flakyJobs', recordsOf([...red, ...green, ...tasks])),
    ).toMatchObject({ n: 1, value: 1 });
  });

  it('are checks of a request that another source tells of', () => {
    const request = observe(
      {
        kind: 'change',
        source: 'github',
        repo: 'acme/shop',
        number: 7,
        openedAt: at('07:00'),
        headSha: SHA,
        pushes: [{ sha: SHA, at: at('08:00') }],
      },
      {
        occurredAt: at('08:00'),
        observedAt: at('08:00'),
        via: 'github.webhook',
      },
    );
    const check = tektonRun(
      'ddd',
      { from: '08:01', to: '08:11', outcome: 'success' },
      SHOP,
    );
    expect(
      measured('ci.feedback', mergeAll([request, ...recordsOf(check)])),
    ).toMatchObject({ n: 1, value: 11 * 60_000 });
  });
});
