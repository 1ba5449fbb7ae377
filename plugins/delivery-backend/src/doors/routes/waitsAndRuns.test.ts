import { TestDatabases } from '@backstage/backend-test-utils';
import {
  EntityMeasuresResponse,
  MeasureId,
  WaitKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { component, entities } from '../../__testUtils__/entities';
import {
  change,
  daysAgo,
  deployment,
  startMeasured,
  told,
} from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3_600_000;
const MINUTE = 60_000;

const iso = (time: number) => new Date(time).toISOString();

/** One component for each story, so that none is told of another's records. */
const STORIES = [
  'approved-at-once',
  'reviewed-late',
  'later-pipelines',
  'retried',
  'second-attempt',
  'siblings',
  'only-open',
  'unknown-coding',
  'few',
  'elsewhere',
];

/** A run that took five minutes and succeeded, if nothing else is said. */
function run(
  repo: string,
  runId: string,
  at: number,
  fields: Record<string, unknown> & { outcome?: string; end?: number } = {},
) {
  const { outcome = 'success', end = at + 5 * MINUTE, ...rest } = fields;
  return told(repo, end, {
    kind: 'run',
    runId,
    attempt: 1,
    workflow: 'ci.yaml',
    event: 'push',
    createdAt: iso(at),
    startedAt: iso(at),
    ...(!rest.endings && { finishedAt: iso(end) }),
    status: { state: 'completed', outcome, at: iso(end) },
    ...rest,
  });
}

describe.each(databases.eachSupportedId())('waits and runs (%s)', id => {
  let portal: Awaited<ReturnType<typeof startMeasured>>;

  beforeAll(async () => {
    portal = await startMeasured({
      db: await databases.init(id),
      entities: [
        ...entities,
        ...STORIES.map(name => component(name, 'payments', `acme/${name}`)),
      ],
    });
  });

  /** What is told of a component once this was delivered about its repository. */
  async function tell(
    name: string,
    deliveries: (repo: string) => unknown[],
  ): Promise<EntityMeasuresResponse> {
    await portal.deliver(deliveries(`acme/${name}`));
    await portal.catchUp();
    const { body } = await portal
      .get(`/entities/component/default/${name}/measures`)
      .expect(200);
    return body;
  }

  const measureOf = (body: EntityMeasuresResponse, measure: MeasureId) =>
    body.measures.find(({ id: own }) => own === measure)!;

  const waitOf = (body: EntityMeasuresResponse, kind: WaitKind) =>
    body.waits.find(wait => wait.kind === kind)!;

  /** What is deployed already, by a change that nobody told of. */
  const boundary = (repo: string) => deployment(repo, 1, daysAgo(20));

  it('does not tell as rework what waits for the deployment', async () => {
    const opened = daysAgo(8);
    const body = await tell('approved-at-once', repo => [
      boundary(repo),
      change(repo, 2, opened + 70 * MINUTE, {
        firstCommitAt: undefined,
        openedAt: iso(opened),
        readyAt: undefined,
        firstReviewAt: iso(opened + HOUR),
        approvedAt: iso(opened + HOUR),
      }),
      deployment(repo, 2, opened + 70 * MINUTE + 120 * HOUR),
    ]);
    expect(waitOf(body, 'reviewPickup').p50).toBe(HOUR);
    expect(waitOf(body, 'rework')).toMatchObject({ n: 0, share: 0, p50: 0 });
    expect(waitOf(body, 'deployWait').p50).toBe(120 * HOUR + 10 * MINUTE);
    expect(body.sentence?.text).toMatch(/^Waiting for deployment takes/);
  });

  it('ends the wait for a review with the merge', async () => {
    const opened = daysAgo(5);
    const body = await tell('reviewed-late', repo => [
      boundary(repo),
      change(repo, 2, opened + HOUR, {
        openedAt: iso(opened),
        readyAt: undefined,
        firstCommitAt: iso(opened),
        firstReviewAt: iso(opened + 24 * HOUR),
        approvedAt: undefined,
      }),
      deployment(repo, 2, opened + 30 * HOUR),
    ]);
    expect(waitOf(body, 'reviewPickup').p50).toBe(HOUR);
    expect(waitOf(body, 'deployWait').p50).toBe(29 * HOUR);
  });

  it('takes no later build of the same commit for a check of the request', async () => {
    const opened = daysAgo(6);
    const merged = opened + 48 * HOUR;
    const body = await tell('later-pipelines', repo => {
      const head = (number: number) => ({ headSha: `${repo}-h${number}` });
      const request = (number: number) =>
        run(repo, `${number}1`, opened, {
          ...head(number),
          event: 'merge_request_event',
        });
      return [
        boundary(repo),
        ...[2, 3].map(number =>
          change(repo, number, number === 2 ? merged : undefined, {
            ...head(number),
            openedAt: iso(opened),
            pushes: [{ sha: `${repo}-h${number}`, at: iso(opened) }],
          }),
        ),
        request(2),
        run(repo, '22', merged + MINUTE, { ...head(2), onDefaultBranch: true }),
        run(repo, '23', opened + 24 * HOUR, { ...head(2), onTag: true }),
        request(3),
        run(repo, '32', opened + 75 * HOUR, { ...head(3), event: 'web' }),
      ];
    });
    expect(measureOf(body, 'ci.feedback')).toMatchObject({
      n: 2,
      percentiles: { p50: 5 * MINUTE, p90: 5 * MINUTE },
    });
  });

  it('tells a run that goes on by its last end, and the branch as red until then', async () => {
    const at = daysAgo(2);
    const endings = [
      { outcome: 'failure', at: iso(at + 6 * MINUTE) },
      { outcome: 'success', at: iso(at + 27 * MINUTE) },
    ];
    const main = { headSha: 'a', onDefaultBranch: true };
    const body = await tell('retried', repo => [
      ...endings
        .map((ending, i) =>
          run(repo, '10', at, {
            ...main,
            outcome: ending.outcome,
            end: Date.parse(ending.at),
            endings: endings.slice(0, i + 1),
          }),
        )
        .reverse(),
      run(repo, '11', at + 3 * HOUR, main),
    ]);
    expect(measureOf(body, 'ci.timeToGreen')).toMatchObject({
      value: 21 * MINUTE,
      n: 1,
      open: 0,
    });
    expect(measureOf(body, 'ci.runTime')).toMatchObject({
      n: 2,
      value: 5.5 * MINUTE,
    });
    const loss = measureOf(body, 'ci.rerunLoss');
    expect(loss).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-attempts',
      n: 1,
      excludedCount: 1,
    });
    expect(loss).not.toHaveProperty('value');
    expect(measureOf(body, 'ci.feedback').reason).toBe('no-checks');

    const { body: records } = await portal
      .get('/entities/component/default/retried/history?kinds=run')
      .expect(200);
    expect(records.items[1]).toMatchObject({
      runId: '10',
      finishedAt: endings[1].at,
      status: { outcome: 'success' },
    });
  });

  it('does not know what reruns cost where the first attempt was not seen', async () => {
    const body = await tell('second-attempt', repo => [
      run(repo, '1', daysAgo(2), { headSha: 'a', attempt: 2 }),
    ]);
    const loss = measureOf(body, 'ci.rerunLoss');
    expect(loss).toMatchObject({ reason: 'no-attempts', excludedCount: 1 });
    expect(loss).not.toHaveProperty('value');
  });

  it('lets neither a part of a run nor another workflow mend a red branch', async () => {
    const at = daysAgo(3);
    const main = { headSha: 'a', onDefaultBranch: true };
    const body = await tell('siblings', repo => [
      run(repo, '1', at, { ...main, outcome: 'failure' }),
      run(repo, '2', at + HOUR, {
        ...main,
        event: 'parent_pipeline',
        parentRunId: '1',
      }),
      run(repo, '3', at + 2 * HOUR, {
        ...main,
        event: 'schedule',
        workflow: 'nightly.yaml',
      }),
      run(repo, '4', at + 3 * HOUR, main),
    ]);
    expect(measureOf(body, 'ci.timeToGreen')).toMatchObject({
      n: 1,
      value: 3 * HOUR,
      open: 0,
    });
  });

  it('tells what waits although nothing has been delivered yet', async () => {
    const body = await tell('only-open', repo => [change(repo, 5, undefined)]);
    expect(body.waitCounts).toEqual({
      state: 'insufficient-data',
      reason: 'none-in-window',
      n: 0,
      codingUnknown: 0,
      open: 1,
    });
    expect(body.sentence).toMatchObject({
      kind: 'reviewPickup',
      n: 0,
      open: 1,
      oldest: { name: '#5' },
      text: expect.stringMatching(
        /^1 change waits now, for review; oldest: #5/,
      ),
    });
    const review = waitOf(body, 'reviewPickup');
    expect(review).toMatchObject({ open: 1, reason: 'none-in-window' });
    expect(review).not.toHaveProperty('share');
    expect(body.lostPerWeek).toBeGreaterThan(0);
  });

  it('tells no share of coding where no source tells the commits, and from when lead times count', async () => {
    const merged = daysAgo(5);
    const body = await tell('unknown-coding', repo => [
      boundary(repo),
      change(repo, 2, merged, { firstCommitAt: undefined }),
      deployment(repo, 2, merged + HOUR),
    ]);
    const coding = waitOf(body, 'coding');
    expect(coding).toMatchObject({ of: 0, reason: 'coding-unknown' });
    expect(coding).not.toHaveProperty('share');
    expect(body).not.toHaveProperty('flowEfficiency');
    expect(body.waitCounts).toMatchObject({ n: 1, codingUnknown: 1 });
    expect(body.leadTimeStarts).toEqual({ opened: 1 });
  });

  it('marks what rests on few, with how many they are', async () => {
    const body = await tell('few', repo => [
      boundary(repo),
      change(repo, 2, daysAgo(5)),
      deployment(repo, 2, daysAgo(5, 1)),
    ]);
    expect(body.fewest).toBe(5);
    expect(measureOf(body, 'deploymentFrequency')).toMatchObject({
      n: 2,
      count: 2,
      few: true,
    });
    expect(measureOf(body, 'changeFailRate')).toMatchObject({
      count: 0,
      few: true,
    });
    expect(body.waitCounts.few).toBe(true);
    const { body: many } = await portal
      .get('/entities/component/default/checkout/measures')
      .expect(200);
    expect(measureOf(many, 'deploymentFrequency')).not.toHaveProperty('few');
    expect(many.waitCounts).not.toHaveProperty('few');
    const { body: overview } = await portal.get('/overview').expect(200);
    expect(overview).toMatchObject({ fewest: 5, waitCounts: { state: 'ok' } });
  });

  it('says why there is no feedback beside runs that are seen', async () => {
    const body = await tell('elsewhere', repo => [
      change(repo, 5, undefined),
      run(repo, '1', daysAgo(2), { headSha: 'unheard-of' }),
    ]);
    expect(measureOf(body, 'ci.feedback')).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-checks',
    });
    expect(measureOf(body, 'ci.runTime')).toMatchObject({ state: 'ok', n: 1 });
  });
});
