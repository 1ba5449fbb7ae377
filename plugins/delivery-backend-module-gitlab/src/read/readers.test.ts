import {
  DeliveryRecord,
  deliveryRecordSchema,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import fc from 'fast-check';
import {
  AUTHOR,
  buildEvent,
  deploymentEvent,
  issueEvent,
  mergeRequestEvent,
  noteEvent,
  pipelineEvent,
  PROJECT,
  pushEvent,
  REVIEWER,
} from '../__testUtils__/events';
import { mergedOf } from '../__testUtils__/merged';
import { readPayload, recordsOf } from '../__testUtils__/readAll';
import { STORY_EVENTS } from '../__testUtils__/story';
import { GitlabOptions } from '../GitlabOptions';

type Parts = Record<string, unknown>;

/** The only thing that a payload tells. */
function only(
  payload: unknown,
  options: Partial<GitlabOptions> = {},
): Omit<Observation, 'record'> & { record: Record<string, any> } {
  const observations = readPayload(payload, options) ?? [];
  expect(observations).toHaveLength(1);
  return observations[0];
}

describe('all events of a day', () => {
  const told = recordsOf(STORY_EVENTS);

  it('give valid records without unknown fields', () => {
    for (const record of told) {
      expect(deliveryRecordSchema.parse(record)).toEqual(record);
    }
  });

  it('give the same records in whatever order and however often they come', () => {
    const expected = mergedOf(told);
    const indexes = told.map((_, index) => index);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(indexes, { minLength: indexes.length }),
        fc.array(fc.constantFrom(...indexes), { maxLength: 20 }),
        (order, again) => {
          const shuffled: DeliveryRecord[] = [...order, ...again].map(
            index => told[index],
          );
          expect(mergedOf(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('merge_request', () => {
  it('tells a change, what it is about and since when', () => {
    expect(only(mergeRequestEvent())).toEqual({
      occurredAt: '2026-03-02T08:00:00.000Z',
      subjects: [
        { annotation: 'gitlab.com/project-slug', value: 'acme/tools/shop' },
      ],
      record: {
        kind: 'change',
        source: 'gitlab',
        repo: 'acme/tools/shop',
        number: 12,
        url: 'https://gitlab.com/acme/tools/shop/-/merge_requests/12',
        title: 'Greet',
        author: 'hash-of-jsmith',
        draft: false,
        openedAt: '2026-03-02T08:00:00.000Z',
        headSha: 'a'.repeat(40),
        targetBranch: 'main',
        pushes: [{ sha: 'a'.repeat(40), at: '2026-03-02T08:00:00.000Z' }],
        labels: ['api'],
      },
    });
  });

  const updated_at = '2026-03-02 12:00:00 +0200';
  const at = '2026-03-02T10:00:00.000Z';

  it.each<[string, Parts, Parts]>([
    ['update', {}, { pushes: undefined, readyAt: undefined }],
    [
      'update',
      { oldrev: 'b'.repeat(40) },
      { pushes: [{ sha: 'a'.repeat(40), at }] },
    ],
    [
      'merge',
      { state: 'merged', merge_commit_sha: 'dddd' },
      { mergedAt: at, mergeSha: 'dddd' },
    ],
    [
      'close',
      { state: 'closed', merge_commit_sha: 'dddd' },
      { closedAt: at, mergedAt: undefined, mergeSha: undefined },
    ],
    ['reopen', {}, { reopenedAt: at }],
    [
      'update',
      { description: 'This reverts merge request !11' },
      { revertOf: ['change:gitlab:acme/tools/shop:11'] },
    ],
    [
      'update',
      { description: '(cherry picked from commit 6113728f)' },
      { cherryPickOf: ['6113728f'] },
    ],
  ])('dates what happened with %s: %j', (action, parts, expected) => {
    const event = mergeRequestEvent({ action, updated_at, ...parts });
    expect(only(event).record).toMatchObject(expected);
  });

  it('is ready when it is no draft any more', () => {
    const changes = { draft: { previous: true, current: false } };
    const event = mergeRequestEvent(
      { action: 'update', updated_at },
      { changes },
    );
    expect(only(event).record.readyAt).toBe(at);
  });

  it.each<[string, string, unknown, Parts]>([
    ['somebody', 'approval', REVIEWER, { firstReviewAt: at }],
    [
      'all who have to',
      'approved',
      REVIEWER,
      {
        reviews: [{ by: `hash-of-${REVIEWER.username}`, at }],
        firstReviewAt: at,
        approvedAt: at,
        approvers: [`hash-of-${REVIEWER.username}`],
      },
    ],
  ])('is reviewed when %s approved', (_, action, user, expected) => {
    const event = mergeRequestEvent({ action, updated_at }, { user });
    expect(only(event).record).toMatchObject(expected);
  });

  it.each([
    ['its author', { id: 51, username: 'jsmith' }],
    ['a bot', { id: 7, username: 'project_30_bot_8f2' }],
    ['nobody that is told', null],
    ['an account without an id', { username: REVIEWER.username }],
  ])('is not reviewed by %s', (_, user) => {
    const event = mergeRequestEvent(
      { action: 'approved', updated_at },
      { user },
    );
    const { record } = only(event);
    expect(record).not.toHaveProperty('firstReviewAt');
    expect(record).not.toHaveProperty('reviews');
  });

  it('is not reviewed where its author is not told', () => {
    const event = mergeRequestEvent(
      { action: 'approved', updated_at, author_id: null },
      { user: REVIEWER },
    );
    const { record } = only(event);
    expect(record).not.toHaveProperty('firstReviewAt');
    expect(record).not.toHaveProperty('approvedAt');
  });

  it('tells a review by a bot apart', () => {
    const user = { id: 7, username: 'project_30_bot_8f2' };
    const event = mergeRequestEvent(
      { action: 'approved', updated_at },
      { user },
    );
    const { record } = only(event);
    expect(record).toMatchObject({ firstBotReviewAt: at });
    expect(record).not.toHaveProperty('approvers');
  });

  it('is reviewed by a comment of somebody else, of which the text is not read', () => {
    expect(only(noteEvent('09:00:00')).record).toEqual({
      kind: 'change',
      source: 'gitlab',
      repo: 'acme/tools/shop',
      number: 12,
      reviews: [
        {
          by: `hash-of-${REVIEWER.username}`,
          at: '2026-03-02T09:00:00.000Z',
        },
      ],
      firstReviewAt: '2026-03-02T09:00:00.000Z',
    });
  });

  it('tells the comment of a bot apart', () => {
    const user = { id: 7, username: 'project_30_bot_8f2' };
    const { record } = only(noteEvent('09:00:00', {}, { user }));
    expect(record).toMatchObject({
      firstBotReviewAt: '2026-03-02T09:00:00.000Z',
    });
    expect(record).not.toHaveProperty('firstReviewAt');
  });

  it.each<[string, Parts, Parts]>([
    ['its author', {}, { user: AUTHOR }],
    ['nobody that is told', {}, { user: null }],
    [
      'somebody, the author being untold',
      {},
      { merge_request: { iid: 12, author_id: null } },
    ],
    ['GitLab itself', { system: true }, {}],
    ['somebody on an issue', { noteable_type: 'Issue' }, {}],
    ['somebody on no request', {}, { merge_request: undefined }],
  ])('is not reviewed by a comment of %s', (_, note, around) => {
    expect(readPayload(noteEvent('09:00:00', note, around))).toEqual([]);
  });

  it('tells who was asked to review it, but no bots', () => {
    const reviewers = [REVIEWER, { id: 7, username: 'GitLabDuo' }];
    const event = mergeRequestEvent({ action: 'update' }, { reviewers });
    expect(only(event).record).toMatchObject({
      reviewers: [`hash-of-${REVIEWER.username}`],
    });
  });

  it('is on the merge train from one time to another', () => {
    const event = (action: string, time: string) =>
      mergeRequestEvent({ action, updated_at: `2026-03-02 ${time} UTC` });
    const events = [event('enqueue', '09:00:00'), event('dequeue', '09:30:00')];
    expect(mergedOf(recordsOf(events))).toMatchObject([
      {
        mergeQueue: [
          { from: '2026-03-02T09:00:00.000Z' },
          {
            from: '2026-03-02T09:30:00.000Z',
            to: '2026-03-02T09:30:00.000Z',
          },
        ],
      },
    ]);
  });

  it('does not take who changed it for its author', () => {
    const event = mergeRequestEvent({ action: 'update' }, { user: REVIEWER });
    expect(only(event).record).not.toHaveProperty('author');
  });
});

describe('push', () => {
  it('tells of a commit on the default branch, and its files', () => {
    expect(only(pushEvent())).toMatchObject({
      occurredAt: '2026-03-02T11:00:00.000Z',
      paths: ['README.md'],
      record: {
        kind: 'change',
        sha: 'e'.repeat(40),
        title: 'Fix it',
        author: 'hash-of-jsmith',
        mergedAt: '2026-03-02T11:00:00.000Z',
        targetBranch: 'main',
        revertOf: ['ddddddddd'],
      },
    });
  });

  const onBranch = {
    id: 'c'.repeat(40),
    message: 'Greet',
    timestamp: '2026-03-02T10:00:00Z',
    modified: ['greet.ts'],
  };

  it.each([
    "Merge branch 'a' into 'main'\n\nSee merge request acme/tools/shop!12",
    'Greet (!12)',
  ])('tells of the commit that merged a request as all of it: %j', message => {
    const { commits } = pushEvent({ message });
    const { paths, record } = only(
      pushEvent({}, { commits: [onBranch, ...commits] }),
    );
    expect(paths).toEqual(['README.md', 'greet.ts']);
    expect(record).not.toHaveProperty('author');
    expect(record).toMatchObject({
      kind: 'change',
      sha: 'e'.repeat(40),
      namedNumber: 12,
      mergeCommit: undefined,
      commits: [
        { sha: 'c'.repeat(40), authoredAt: '2026-03-02T10:00:00.000Z' },
        { sha: 'e'.repeat(40), authoredAt: '2026-03-02T11:00:00.000Z' },
      ],
    });
  });

  it('never tells anything of a request, known or not', () => {
    const messages = ['Greet (!12)', 'Greet (#12)', 'See merge request a/b!12'];
    const told = recordsOf(messages.map(message => pushEvent({ message })));
    expect(told.map(record => 'number' in record)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('takes the number of an issue for no request', () => {
    const { record } = only(pushEvent({ message: 'Fix rounding (#12)' }));
    expect(record).toMatchObject({
      sha: 'e'.repeat(40),
      namedNumber: undefined,
    });
  });

  it.each<[string, Parts, Parts]>([
    ['another branch', {}, { ref: 'refs/heads/greet' }],
    ['no commit', {}, { commits: [] }],
  ])('tells nothing of %s', (_, commit, parts) => {
    expect(readPayload(pushEvent(commit, parts))).toEqual([]);
  });
});

describe('pipeline', () => {
  const run = (attributes: Parts) =>
    only(pipelineEvent(attributes)).record as Record<string, any>;

  it.each([
    ['created', 'queued', undefined],
    ['waiting_for_resource', 'queued', undefined],
    ['pending', 'queued', undefined],
    ['scheduled', 'queued', undefined],
    ['running', 'in_progress', undefined],
    ['manual', 'waiting', undefined],
    ['success', 'completed', 'success'],
    ['failed', 'completed', 'failure'],
    ['canceled', 'completed', 'cancelled'],
    ['skipped', 'completed', 'skipped'],
    ['SUCCESS', 'completed', 'success'],
    ['something new', 'unknown', undefined],
  ])('reads %s', (status, state, outcome) => {
    const finished_at = '2026-03-02 10:05:00 UTC';
    const record = run({ status, finished_at, queued_duration: 20 });
    expect(record.status).toMatchObject(
      outcome ? { state, outcome } : { state },
    );
    expect(record.finishedAt).toBeUndefined();
    expect(record.endings).toEqual(
      outcome ? [{ outcome, at: '2026-03-02T10:05:00.000Z' }] : undefined,
    );
    expect(record.startedAt).toBe(
      ['completed', 'in_progress'].includes(state)
        ? '2026-03-02T10:00:20.000Z'
        : undefined,
    );
  });

  it('is started by a person, or by nobody', () => {
    const startedBy = (user: unknown, source = 'push') =>
      only({ ...pipelineEvent({ source }), user }).record.startedBy;
    expect(startedBy(REVIEWER)).toBe(`hash-of-${REVIEWER.username}`);
    expect(startedBy({ id: 7, username: 'project_30_bot_8f2' })).toBe(
      undefined,
    );
    expect(startedBy(null)).toBe(undefined);
    expect(startedBy(REVIEWER, 'schedule')).toBe(undefined);
  });

  it('keeps every end of a pipeline that was tried again', () => {
    const ended = (status: string, finished_at: string | null) =>
      pipelineEvent({ status, finished_at, queued_duration: 20 });
    const events = [
      ended('failed', '2026-03-02 10:06:00 UTC'),
      // GitLab leaves the time of the end before.
      ended('running', '2026-03-02 10:06:00 UTC'),
      ended('success', '2026-03-02 10:27:00 UTC'),
    ];
    const runs = mergedOf(recordsOf(events));
    expect(runs[0]).not.toHaveProperty('finishedAt');
    expect(runs).toMatchObject([
      {
        attempt: 1,
        startedAt: '2026-03-02T10:00:20.000Z',
        endings: [
          { outcome: 'failure', at: '2026-03-02T10:06:00.000Z' },
          { outcome: 'success', at: '2026-03-02T10:27:00.000Z' },
        ],
        status: { outcome: 'success', at: '2026-03-02T10:27:00.000Z' },
      },
    ]);
  });

  it.each<[Parts, Parts, Parts]>([
    [
      { ref: 'main', source: 'push' },
      {},
      { branch: 'main', onTag: false, onDefaultBranch: true },
    ],
    [
      { ref: 'greet', source: 'push' },
      {},
      { branch: 'greet', onTag: false, onDefaultBranch: false },
    ],
    [
      { ref: 'main', tag: true },
      {},
      { branch: undefined, onTag: true, onDefaultBranch: false },
    ],
    [
      { ref: 'main', source: 'merge_request_event' },
      {},
      { branch: 'main', onDefaultBranch: false },
    ],
    [
      { ref: 'main', source: 'parent_pipeline' },
      { merge_request: { iid: 12 } },
      { branch: 'main', onDefaultBranch: false },
    ],
    [
      { ref: 'refs/merge-requests/12/head', source: 'merge_request_event' },
      {},
      { branch: undefined, onDefaultBranch: false },
    ],
    [
      { ref: 'refs/merge-requests/12/train', source: 'merge_request_event' },
      {},
      { branch: 'refs/merge-requests/12/train', onDefaultBranch: false },
    ],
    [
      { ref: null, tag: null },
      {},
      { branch: undefined, onTag: undefined, onDefaultBranch: undefined },
    ],
  ])('tells on what it ran: %j %j', (attributes, around, expected) => {
    const event = { ...pipelineEvent(attributes), ...around };
    expect(only(event).record).toMatchObject(expected);
  });

  describe('names the workflow', () => {
    const workflowOf = (
      attributes: Parts,
      jobs: string[] = [],
      around: Parts = {},
    ) => {
      const event = pipelineEvent(
        attributes,
        jobs.map(name => ({ name })),
      );
      const [first] = recordsOf([{ ...event, ...around }]);
      return (first as Record<string, any>).workflow;
    };

    it.each(['push', 'web', 'merge_request_event', null])(
      'by the file alone for what a push or a person sets off: %s',
      source => {
        expect(workflowOf({ source }, ['build'])).toBe('.gitlab-ci.yml');
      },
    );

    it('by the file that the project has them in', () => {
      const project = { ...PROJECT, ci_config_path: 'ci/all.yml' };
      expect(workflowOf({}, [], { project })).toBe('ci/all.yml');
    });

    it('by the name that the pipeline has', () => {
      expect(workflowOf({ name: 'Nightly' })).toBe('.gitlab-ci.yml (Nightly)');
    });

    it('by what sets it off, and its jobs, for what has no name', () => {
      const nightly = workflowOf({ source: 'schedule' }, ['scan', 'audit']);
      expect(nightly).toBe('.gitlab-ci.yml (schedule: audit, scan)');
      expect(
        workflowOf({ source: 'schedule' }, ['audit', 'scan', 'scan']),
      ).toBe(nightly);
      const child = { source: 'parent_pipeline' };
      expect(workflowOf(child, ['api:test'])).not.toBe(
        workflowOf(child, ['web:test']),
      );
      expect(workflowOf({ ...child, name: 'API' }, ['test'])).toBe(
        '.gitlab-ci.yml (parent_pipeline: API)',
      );
    });

    it('without what is another in every run', () => {
      const names = [
        { id: 31, iid: 7, sha: 'a'.repeat(40), title: 'Greet people' },
        { id: 32, iid: 8, sha: 'b'.repeat(40), title: 'Greet others' },
      ].map(({ title, ...told }) =>
        workflowOf(
          {
            ...told,
            name: `CI 2 #${told.iid} of ${told.sha.slice(0, 8)} on 2026-03-0${
              told.iid
            }: ${title}`,
          },
          [],
          { commit: { title } },
        ),
      );
      expect(names[0]).toBe('.gitlab-ci.yml (CI 2 #… of … on …: …)');
      expect(names[1]).toBe(names[0]);
    });
  });

  it('names the pipeline that it is a part of', () => {
    const told = (source: string) =>
      only({
        ...pipelineEvent({ source }),
        source_pipeline: { project: PROJECT, job_id: 5, pipeline_id: 30 },
      }).record.parentRunId;
    expect(told('parent_pipeline')).toBe('30');
    // That of another project is no part of it.
    expect(told('pipeline')).toBeUndefined();
  });

  const gate = {
    stage: 'deploy',
    name: 'deploy',
    status: 'manual',
    when: 'manual',
    manual: true,
    environment: { name: 'production' },
  };
  const built = {
    status: 'success',
    started_at: '2026-03-02 10:00:30 UTC',
    finished_at: '2026-03-02 10:05:00 UTC',
  };
  const told = (status: string, more: Parts = {}) =>
    recordsOf([pipelineEvent({ status }, [built, { ...gate, ...more }])]);

  it('tells of its jobs', () => {
    expect(told('running')).toMatchObject([
      { kind: 'run' },
      {
        kind: 'job',
        jobId: '380',
        runId: '31',
        headSha: 'd'.repeat(40),
        startedAt: '2026-03-02T10:00:30.000Z',
        status: { state: 'completed', outcome: 'success' },
      },
      { kind: 'job', jobId: '381' },
      { kind: 'approval' },
    ]);
  });

  it.each(['manual', 'skipped'])(
    'takes a manual job that is %s for a wait, and not for a failure',
    status => {
      expect(told('success', { status })[2]).toMatchObject({
        kind: 'job',
        waitingSince: ['2026-03-02T10:00:01.000Z'],
        status: { state: 'waiting' },
      });
    },
  );

  it('takes a manual job that deploys for an approval, until somebody sets it off', () => {
    const waiting = told('manual', {
      allow_failure: false,
      environment: { name: 'production', action: 'start' },
    });
    const running = told('running', {
      status: 'running',
      started_at: '2026-03-02 10:15:00 UTC',
    });
    const approvals = [...waiting, ...running].filter(
      ({ kind }) => kind === 'approval',
    );
    expect(mergedOf(approvals)).toMatchObject([
      {
        approvalId: '31/production',
        environment: 'production',
        sha: 'd'.repeat(40),
        requestedAt: '2026-03-02T10:05:00.000Z',
        decidedAt: '2026-03-02T10:15:00.000Z',
        status: { decision: 'approved' },
      },
    ]);
  });

  it.each<[string, Parts]>([
    ['deploys nothing', { environment: null }],
    ['is not reached yet', { status: 'created' }],
    ['is skipped', { status: 'skipped' }],
    ['starts by itself', { manual: false, when: 'on_success' }],
    ['may be left alone', { allow_failure: true }],
    [
      'may be left alone, and was not',
      {
        allow_failure: true,
        status: 'success',
        started_at: '2026-03-02 10:15:00 UTC',
      },
    ],
    ...['stop', 'prepare', 'verify', 'access'].map(
      (action): [string, Parts] => [
        `is there to ${action}`,
        { environment: { name: 'review/f', action } },
      ],
    ),
  ])('asks for no approval of a job that %s', (_, more) => {
    const kinds = told('running', more).map(({ kind }) => kind);
    expect(kinds).not.toContain('approval');
  });
});

describe('build', () => {
  it('tells a job; its commit has the id of the pipeline', () => {
    const event = buildEvent({
      build_status: 'failed',
      build_started_at: '2026-03-02T10:00:30.123Z',
      build_finished_at: '2026-03-02T10:05:00.456Z',
      retries_count: 2,
    });
    expect(only(event)).toMatchObject({
      occurredAt: '2026-03-02T10:05:00.000Z',
      record: {
        kind: 'job',
        jobId: '380',
        runId: '31',
        attempt: 3,
        headSha: 'd'.repeat(40),
        createdAt: '2026-03-02T10:00:01.000Z',
        startedAt: '2026-03-02T10:00:30.000Z',
        finishedAt: '2026-03-02T10:05:00.000Z',
        status: { state: 'completed', outcome: 'failure' },
      },
    });
  });

  it.each(['stop', 'start'])(
    'tells no approval of a manual job, only that it waits: %s',
    action => {
      const event = buildEvent({
        build_status: 'manual',
        build_allow_failure: action === 'stop',
        environment: { name: 'review/f', action },
      });
      expect(only(event).record).toMatchObject({
        kind: 'job',
        waitingSince: ['2026-03-02T10:00:01.000Z'],
        status: { state: 'waiting' },
      });
    },
  );

  it('keeps a job that is tried again apart from the one before', () => {
    const tries = [380, 385].map((build_id, retries_count) =>
      buildEvent({ build_id, retries_count }),
    );
    expect(mergedOf(recordsOf(tries))).toMatchObject([
      { jobId: '380', runId: '31', attempt: 1 },
      { jobId: '385', runId: '31', attempt: 2 },
    ]);
  });
});

describe('deployment', () => {
  it.each([
    ['created', 'queued'],
    ['blocked', 'waiting'],
    ['running', 'in_progress'],
    ['success', 'success'],
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['something new', 'unknown'],
  ])('reads %s as %s', (status, state) => {
    expect(only(deploymentEvent({ status }))).toMatchObject({
      occurredAt: '2026-03-02T10:20:00.000Z',
      record: {
        kind: 'deployment',
        externalId: '15',
        environment: 'production',
        tier: 'production',
        sha: 'd'.repeat(40),
        statuses: [{ state, at: '2026-03-02T10:20:00.000Z' }],
      },
    });
  });

  it.each([
    '2026-03-02T10:20:00.123Z',
    '2026-03-02 10:20:00 UTC',
    '2026-03-02 12:20:00 +0200',
  ])('reads the time %s', status_changed_at => {
    expect(only(deploymentEvent({ status_changed_at })).occurredAt).toBe(
      '2026-03-02T10:20:00.000Z',
    );
  });

  it('takes no short commit for a whole one', () => {
    expect(only(deploymentEvent({ commit_url: null })).record.sha).toBe(
      undefined,
    );
  });
});

describe('issues', () => {
  it.each<[string, Parts]>([
    ['type', { type: 'Incident' }],
    ['label', { type: 'Issue', labels: [{ title: 'Bug' }] }],
    ['scoped label', { type: 'Issue', labels: [{ title: 'type::incident' }] }],
  ])('are incidents by their %s', (_, attributes) => {
    expect(only(issueEvent(attributes)).record).toMatchObject({
      kind: 'incident',
      externalId: 'acme/tools/shop#23',
      withdrawn: false,
      severity: 'high',
      detectedAt: '2026-03-02T12:00:00.000Z',
    });
  });

  it('say what kind of incident they are by their other labels', () => {
    const labels = [{ title: 'type::incident' }, { title: 'checkout' }];
    expect(only(issueEvent({ labels })).record).toMatchObject({
      labels: ['checkout'],
    });
  });

  it('are acknowledged, closed and reopened', () => {
    const updated_at = '2026-03-02 13:00:00 UTC';
    const at = '2026-03-02T13:00:00.000Z';
    const events = [
      issueEvent({ escalation_status: 'acknowledged', updated_at }),
      issueEvent({ action: 'close', updated_at, closed_at: updated_at }),
      issueEvent({ action: 'reopen', updated_at }),
    ];
    expect(mergedOf(recordsOf(events))).toMatchObject([
      { ackAt: at, resolutions: [at], reopened: [at] },
    ]);
  });

  const updated_at = '2026-03-02 12:30:00 UTC';
  const plain = { action: 'update', type: 'Issue', labels: [], updated_at };
  const bug = [{ title: 'type::bug' }];

  it.each<[string, Parts, Parts]>([
    [
      'the label was taken off',
      plain,
      { labels: { previous: bug, current: [] }, updated_at: {} },
    ],
    [
      'it has another type',
      plain,
      { type: { previous: 'Incident', current: 'Issue' } },
    ],
    [
      'it has another type, in the words of the API',
      plain,
      { issue_type: { previous: 'incident', current: 'task' } },
    ],
    [
      'nothing is told of what changed, as GitLab does of the type',
      plain,
      { updated_at: { previous: '', current: '' }, updated_by_id: {} },
    ],
    [
      'it was moved to another project',
      { action: 'close', moved_to_id: 77, updated_at },
      {},
    ],
  ])('are withdrawn when %s', (_, attributes, changes) => {
    const event = { ...issueEvent(attributes), changes };
    expect(only(event)).toMatchObject({
      occurredAt: '2026-03-02T12:30:00.000Z',
      record: { externalId: 'acme/tools/shop#23', withdrawn: true },
    });
    const events = recordsOf([issueEvent(), event]);
    for (const records of [events, [...events].reverse()]) {
      expect(mergedOf(records)).toMatchObject([{ withdrawn: true }]);
    }
  });

  it.each<[string, Parts, Parts]>([
    [
      'other labels change',
      plain,
      { labels: { previous: [{ title: 'api' }] } },
    ],
    ['something else changes', plain, { title: {}, updated_at: {} }],
    ['they are opened', { ...plain, action: 'open' }, {}],
    [
      'another type changes',
      plain,
      { type: { previous: 'Task', current: 'Issue' } },
    ],
  ])('that never were incidents are none when %s', (_, attributes, changes) => {
    expect(readPayload({ ...issueEvent(attributes), changes })).toEqual([]);
  });

  it('are incidents again with the label', () => {
    const labelled = (labels: unknown, minute: string, previous: unknown) => ({
      ...issueEvent({
        ...plain,
        labels,
        updated_at: `2026-03-02 12:${minute}:00 UTC`,
      }),
      changes: { labels: { previous, current: labels } },
    });
    const events = [
      labelled(bug, '10', []),
      labelled([], '20', bug),
      labelled(bug, '30', []),
    ];
    expect(mergedOf(recordsOf(events))).toMatchObject([{ withdrawn: false }]);
  });

  it('carry their labels beside them on older servers', () => {
    const event = issueEvent({ type: 'Issue', labels: undefined });
    expect(only({ ...event, labels: bug }).record.withdrawn).toBe(false);
  });

  it('of work items count too, others do not', () => {
    const work = { ...issueEvent(), object_kind: 'work_item' };
    expect(readPayload(work)).toHaveLength(1);
    expect(readPayload(issueEvent({ type: 'Issue' }))).toEqual([]);
  });
});

describe('release', () => {
  const event = {
    object_kind: 'release',
    action: 'create',
    tag: 'v1.0',
    released_at: '2026-03-02 12:00:00 UTC',
    commit: { id: 'd'.repeat(40) },
    project: PROJECT,
  };

  it('is a deployment where the configuration says so', () => {
    expect(readPayload(event)).toEqual([]);
    expect(
      only(event, { releaseEnvironment: 'production' }).record,
    ).toMatchObject({
      externalId: 'release-v1.0',
      environment: 'production',
      sha: 'd'.repeat(40),
      ref: 'v1.0',
      statuses: [{ state: 'success', at: '2026-03-02T12:00:00.000Z' }],
    });
  });
});

describe('what is malformed or not known', () => {
  it.each<[unknown, string]>([
    [mergeRequestEvent({ iid: 'x' }), 'object_attributes.iid'],
    [
      mergeRequestEvent({ created_at: 'yesterday' }),
      'object_attributes.created_at',
    ],
    [pipelineEvent({}, [{ id: null }]), 'builds[0].id'],
    [buildEvent({ pipeline_id: 0 }), 'pipeline_id'],
    [deploymentEvent({ project: {} }), 'project.path_with_namespace'],
  ])('is refused with its path %#', (payload, path) => {
    const read = () => readPayload(payload);
    expect(read).toThrow(expect.objectContaining({ name: 'InputError' }));
    expect(read).toThrow(`'${path}'`);
    expect(read).not.toThrow('yesterday');
  });

  it.each([
    [{ object_kind: 'emoji' }, []],
    [{ object_kind: 'tag_push', event_name: 'tag_push' }, []],
    [{ event_name: 'user_add_to_group' }, []],
    [{ object_kind: 'a_new_event' }, undefined],
    [{}, undefined],
    [[], undefined],
    [null, undefined],
    ['text', undefined],
  ])('is told apart: %j', (payload, expected) => {
    expect(readPayload(payload)).toEqual(expected);
  });
});
