import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { GithubOptions } from '../GithubOptions';
import { example } from '../__testUtils__/examples';
import { mergedOf } from '../__testUtils__/merged';
import { readPayload, recordsOf } from '../__testUtils__/readAll';

type Parts = Record<string, unknown>;

/** An example with parts of it put in another way; objects are merged, all else is replaced. */
function changed(event: string, parts: Parts = {}, index = 0) {
  const payload = example(event, index);
  for (const [field, part] of Object.entries(parts)) {
    const isObject = part && typeof part === 'object' && !Array.isArray(part);
    payload[field] = isObject ? { ...payload[field], ...part } : part;
  }
  return payload;
}

/** The only thing that a payload tells. */
function only(
  payload: unknown,
  options: Partial<GithubOptions> = {},
): Omit<Observation, 'record'> & { record: Record<string, any> } {
  const observations = readPayload(payload, options) ?? [];
  expect(observations).toHaveLength(1);
  return observations[0];
}

const recordOf = (event: string, parts?: Parts, index?: number) =>
  only(changed(event, parts, index)).record;

describe('pull_request', () => {
  it('tells a change, what it is about and since when', () => {
    expect(only(changed('pull_request'))).toEqual({
      occurredAt: '2019-05-15T15:20:33.000Z',
      subjects: [
        {
          annotation: 'github.com/project-slug',
          value: 'Codertocat/Hello-World',
        },
      ],
      record: {
        kind: 'change',
        source: 'github',
        repo: 'Codertocat/Hello-World',
        number: 2,
        url: 'https://github.com/Codertocat/Hello-World/pull/2',
        title: 'Update the README with new information.',
        author: 'hash-of-Codertocat',
        draft: false,
        openedAt: '2019-05-15T15:20:33.000Z',
        headSha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
        targetBranch: 'master',
        pushes: [
          {
            sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
            at: '2019-05-15T15:20:33.000Z',
          },
        ],
        labels: [],
        size: { files: 1, linesAdded: 1, linesDeleted: 1 },
      },
    });
  });

  const updated_at = '2019-05-16T10:00:00Z';
  const at = '2019-05-16T10:00:00.000Z';

  it.each<[string, Parts, Record<string, unknown>]>([
    [
      'no merge commit of an open request',
      { merge_commit_sha: 'c4295bd74fb0f4fda03689c3df3f2803b658fd85' },
      { mergeSha: undefined, mergedAt: undefined },
    ],
    [
      'no merge commit of a request closed without a merge',
      { merge_commit_sha: 'c429', closed_at: updated_at, merged: false },
      { mergeSha: undefined, mergedAt: undefined, closedAt: at },
    ],
    [
      'the merge commit of a merged one',
      { merge_commit_sha: 'c429', merged_at: updated_at },
      { mergeSha: 'c429', mergedAt: at },
    ],
    ['a bot', { user: { login: 'x', type: 'Bot' } }, { authorApp: 'x' }],
    [
      'a bot by its login',
      { user: { login: 'dependabot[bot]', type: 'User' } },
      { authorApp: 'dependabot[bot]' },
    ],
    [
      'an agent that has an account as persons have',
      { user: { login: 'cursoragent', type: 'User' } },
      { author: 'hash-of-cursoragent', authorApp: 'cursoragent' },
    ],
    [
      'the app by which its author acted',
      { performed_via_github_app: { slug: 'claude' } },
      { viaApp: 'claude' },
    ],
    [
      'which persons were asked to review it',
      {
        requested_reviewers: [
          { login: 'hubot', type: 'User' },
          { login: 'Copilot', type: 'Bot' },
        ],
      },
      { reviewers: ['hash-of-hubot'] },
    ],
    [
      'what it reverts, by number',
      { body: 'Reverts Codertocat/Hello-World#1' },
      { revertOf: ['change:github:Codertocat/Hello-World:1'] },
    ],
    [
      'what it reverts, by commit',
      { body: 'Why.\n\nThis reverts commit 6113728f27ae82c.' },
      { revertOf: ['6113728f27ae82c'] },
    ],
    [
      'what it was picked from',
      { body: '(cherry picked from commit 6113728f27ae82c)' },
      { cherryPickOf: ['6113728f27ae82c'] },
    ],
  ])('tells %s', (_, pull_request, expected) => {
    expect(recordOf('pull_request', { pull_request })).toMatchObject(expected);
  });

  it('tells no author once the account is gone', () => {
    const record = recordOf('pull_request', { pull_request: { user: null } });
    expect(record).not.toHaveProperty('author');
    expect(record).not.toHaveProperty('authorApp');
  });

  it.each([
    ['synchronize', { pushes: [{ sha: 'ec26', at }] }],
    ['ready_for_review', { readyAt: at, pushes: undefined }],
    ['reopened', { reopenedAt: at, pushes: undefined }],
    ['labeled', { readyAt: undefined, reopenedAt: undefined }],
    ['enqueued', { mergeQueue: [{ from: at }] }],
    ['dequeued', { mergeQueue: [{ from: at, to: at }] }],
  ])('dates what happened with %s', (action, expected) => {
    const pull_request = { updated_at, head: { sha: 'ec26' } };
    expect(recordOf('pull_request', { action, pull_request })).toMatchObject(
      expected,
    );
  });
});

describe('pull_request_review', () => {
  const submitted_at = '2019-05-15T16:00:00Z';
  const at = '2019-05-15T16:00:00.000Z';
  const review = (more: Parts) =>
    readPayload(changed('pull_request_review', { review: more }));

  it.each([
    [
      'approved',
      {
        reviews: [{ by: 'hash-of-hubot', at }],
        firstReviewAt: at,
        approvedAt: at,
        approvers: ['hash-of-hubot'],
      },
    ],
    ['APPROVED', { firstReviewAt: at, approvedAt: at }],
    [
      'changes_requested',
      { firstReviewAt: at, approvedAt: undefined, approvers: undefined },
    ],
    [
      'commented',
      {
        reviews: [{ by: 'hash-of-hubot', at }],
        firstReviewAt: at,
        approvedAt: undefined,
      },
    ],
  ])('dates a review that %s', (state, expected) => {
    const user = { login: 'hubot', type: 'User' };
    expect(review({ state, submitted_at, user })).toMatchObject([
      { occurredAt: at, record: { number: 2, ...expected } },
    ]);
  });

  it.each([
    ['the author', { user: { login: 'Codertocat', type: 'User' } }],
    ['an account that is gone', { user: null }],
    [
      'nobody yet',
      { user: { login: 'hubot', type: 'User' }, submitted_at: null },
    ],
  ])('does not count a review by %s', (_, more) => {
    expect(review({ state: 'approved', submitted_at, ...more })).toEqual([]);
  });

  it('does not count a review of a change whose author is not told', () => {
    const user = { login: 'hubot', type: 'User' };
    const payload = changed('pull_request_review', {
      review: { state: 'approved', submitted_at, user },
      pull_request: { user: null },
    });
    expect(readPayload(payload)).toEqual([]);
  });

  it('tells a review by a bot apart', () => {
    const user = { login: 'review[bot]', type: 'Bot' };
    const [{ record }] = review({ state: 'approved', submitted_at, user })!;
    expect(record).toEqual({
      kind: 'change',
      source: 'github',
      repo: 'Codertocat/Hello-World',
      number: 2,
      firstBotReviewAt: at,
    });
  });
});

describe('push', () => {
  const commit = (message: string, more: Parts = {}) => ({
    id: 'e'.repeat(40),
    message,
    timestamp: '2026-03-02T12:00:00+02:00',
    author: { username: 'mona' },
    added: ['b.ts'],
    modified: ['a.ts'],
    removed: ['b.ts'],
    ...more,
  });
  const pushed = (messages: string[], more: Parts = {}) =>
    readPayload(
      changed('push', {
        ref: 'refs/heads/master',
        deleted: false,
        commits: messages.map(message => commit(message)),
        repository: { pushed_at: 1772445610 },
        ...more,
      }),
    );

  it('tells of a commit on the default branch, and its files', () => {
    expect(pushed(['Fix it\n\nThis reverts commit 6113728.'])).toEqual([
      {
        occurredAt: '2026-03-02T10:00:10.000Z',
        subjects: [
          {
            annotation: 'github.com/project-slug',
            value: 'Codertocat/Hello-World',
          },
        ],
        paths: ['a.ts', 'b.ts'],
        record: expect.objectContaining({
          kind: 'change',
          sha: 'e'.repeat(40),
          title: 'Fix it',
          author: 'hash-of-mona',
          mergedAt: '2026-03-02T10:00:10.000Z',
          targetBranch: 'master',
          commits: [
            { sha: 'e'.repeat(40), authoredAt: '2026-03-02T10:00:00.000Z' },
          ],
          revertOf: ['6113728'],
        }),
      },
    ]);
  });

  it('names the number in a message, be it that of a pull request or of an issue', () => {
    expect(pushed(['Greet (#2)', 'Fix rounding (#4711)'])).toMatchObject([
      { record: { sha: 'e'.repeat(40), namedNumber: 2 } },
      { record: { sha: 'e'.repeat(40), namedNumber: 4711 } },
    ]);
  });

  it('tells who helped with a commit, and not who else signed it', () => {
    const message = [
      'Greet',
      '',
      'Co-authored-by: Claude Opus 4.7 <noreply@anthropic.com>',
      'Signed-off-by: Mona Lisa <mona@acme.example>',
    ].join('\n');
    expect(pushed([message])).toMatchObject([
      {
        record: {
          changedPaths: { paths: ['a.ts', 'b.ts'] },
          trailers: [
            {
              name: 'Co-authored-by',
              value: 'Claude Opus 4.7 <noreply@anthropic.com>',
            },
            { name: 'Signed-off-by', person: 'hash-of-mona@acme.example' },
          ],
        },
      },
    ]);
  });

  it('tells that an agent wrote a commit by the address that it commits with', () => {
    const author = { username: 'claude', email: 'noreply@anthropic.com' };
    const commits = [commit('Greet', { author })];
    expect(pushed([], { commits })).toMatchObject([
      { record: { authorApp: 'claude' } },
    ]);
  });

  it('holds a few hundred of the files of a commit', () => {
    const modified = Array.from({ length: 301 }, (_, i) => `${i}.ts`);
    const commits = [commit('Greet', { modified, added: [], removed: [] })];
    const [observation] = pushed([], { commits })!;
    const paths = [...modified].sort().slice(0, 300);
    expect(observation).toMatchObject({
      record: { changedPaths: { paths, cut: true } },
    });
    expect(observation.paths).toHaveLength(301);
  });

  it('tells of the commit that merged a pull request as all of it', () => {
    const commits = [
      commit('Greet', { id: 'c'.repeat(40), modified: ['greet.ts'] }),
      commit('Merge pull request #2 from a/b', { author: { username: 'tom' } }),
    ];
    expect(pushed([], { commits })).toMatchObject([
      {
        paths: ['a.ts', 'b.ts', 'greet.ts'],
        record: {
          sha: 'e'.repeat(40),
          namedNumber: 2,
          author: 'hash-of-mona',
          commits: [
            { sha: 'c'.repeat(40), authoredAt: '2026-03-02T10:00:00.000Z' },
            { sha: 'e'.repeat(40), authoredAt: '2026-03-02T10:00:00.000Z' },
          ],
          mergeCommit: undefined,
        },
      },
    ]);
  });

  it('never tells anything of a pull request, known or not', () => {
    const told = ['Greet (#2)', 'Merge pull request #2 from a/b', '(!2)'].map(
      message => pushed([message]),
    );
    for (const [{ record }] of told as any) {
      expect(record).not.toHaveProperty('number');
    }
  });

  it.each([
    "Merge branch 'a' of github.com:acme/shop",
    'Merge pull request #2 from a/b',
  ])('marks a commit that only joins branches before others: %s', message => {
    expect(pushed([message, 'Greet'])).toMatchObject([
      { record: { mergeCommit: true } },
      { record: { mergeCommit: undefined } },
    ]);
  });

  it.each<[string, string[], Parts]>([
    ['another branch', ['Greet'], { ref: 'refs/heads/changes' }],
    ['a tag', ['Greet'], { ref: 'refs/tags/master' }],
    ['a branch that is gone', [], { deleted: true }],
  ])('tells nothing of %s', (_, messages, more) => {
    expect(pushed(messages, more)).toEqual([]);
  });
});

describe('workflow_run', () => {
  const run = (workflow_run: Parts, more: Parts = {}) =>
    recordOf('workflow_run', { workflow_run, ...more });

  it.each([
    ['completed', 'success', 'completed', 'success'],
    ['COMPLETED', 'FAILURE', 'completed', 'failure'],
    ['completed', 'timed_out', 'completed', 'timedOut'],
    ['completed', 'startup_failure', 'completed', 'failure'],
    ['completed', 'cancelled', 'completed', 'cancelled'],
    ['completed', 'neutral', 'completed', 'skipped'],
    ['completed', '', 'completed', 'unknown'],
    ['completed', null, 'completed', 'unknown'],
    ['completed', 'action_required', 'completed', 'unknown'],
    ['requested', null, 'queued', undefined],
    ['pending', null, 'queued', undefined],
    ['waiting', null, 'waiting', undefined],
    ['in_progress', null, 'in_progress', undefined],
    ['something new', null, 'unknown', undefined],
  ])('reads %s, %s', (status, conclusion, state, outcome) => {
    const updated_at = '2021-12-16T19:40:00Z';
    const at = '2021-12-16T19:40:00.000Z';
    const record = run({ status, conclusion, updated_at });
    expect(record.status).toEqual({ state, outcome, at });
    expect(record.finishedAt).toBe(state === 'completed' ? at : undefined);
  });

  it.each<[string, Parts, string | undefined]>([
    [
      'whose push it was',
      { actor: { login: 'mona', type: 'User' } },
      'hash-of-mona',
    ],
    [
      'the same person of another attempt',
      {
        run_attempt: 2,
        actor: { login: 'mona', type: 'User' },
        triggering_actor: { login: 'hubot', type: 'User' },
      },
      'hash-of-mona',
    ],
    [
      'nobody for a bot',
      { actor: { login: 'x[bot]', type: 'Bot' } },
      undefined,
    ],
    ['nobody for an account that is gone', { actor: null }, undefined],
    [
      'nobody for what a clock started',
      { actor: { login: 'mona', type: 'User' }, event: 'schedule' },
      undefined,
    ],
  ])('tells who started it: %s', (_, parts, expected) => {
    expect(run(parts).startedBy).toBe(expected);
  });

  it('keeps the attempts of a run apart', () => {
    const attempts = [1, 2].map(run_attempt =>
      changed('workflow_run', {
        workflow_run: {
          run_attempt,
          status: 'completed',
          conclusion: run_attempt === 1 ? 'failure' : 'success',
          created_at: '2026-03-02T10:00:00Z',
          run_started_at: `2026-03-0${run_attempt + 1}T10:00:00Z`,
          updated_at: `2026-03-0${run_attempt + 1}T10:05:00Z`,
        },
      }),
    );
    expect(mergedOf(recordsOf(attempts))).toMatchObject([
      { attempt: 1, startedAt: '2026-03-02T10:00:00.000Z' },
      {
        attempt: 2,
        createdAt: '2026-03-02T10:00:00.000Z',
        startedAt: '2026-03-03T10:00:00.000Z',
        finishedAt: '2026-03-03T10:05:00.000Z',
      },
    ]);
  });

  it.each<[string, Parts, boolean | undefined]>([
    ['a push to it', { event: 'push', head_branch: 'main' }, true],
    ['another branch', { event: 'push', head_branch: 'dev' }, false],
    [
      'a fork whose branch has its name',
      { event: 'pull_request', head_branch: 'main' },
      false,
    ],
    ['nothing that is told', { event: 'push', head_branch: null }, undefined],
  ])('tells whether it ran on the default branch: %s', (_, parts, expected) => {
    const repository = { default_branch: 'main' };
    expect(run(parts, { repository }).onDefaultBranch).toBe(expected);
  });

  it.each<[Parts, boolean | undefined]>([
    [{ event: 'release', head_branch: 'v1.0' }, true],
    [{ event: 'push', path: '.github/workflows/ci.yml@refs/tags/v1' }, true],
    [{ event: 'push', path: '.github/workflows/ci.yml@refs/heads/a' }, false],
    [{ event: 'pull_request', head_branch: 'a' }, false],
    [{ event: 'push', head_branch: 'v1.0' }, undefined],
  ])(
    'tells whether it ran on a tag, where GitHub does: %j',
    (parts, expected) => {
      expect(run(parts)).toMatchObject({ event: parts.event, onTag: expected });
    },
  );

  it('names the workflow by its path, without a branch', () => {
    expect(run({ path: '.github/workflows/ci.yml@main' }).workflow).toBe(
      '.github/workflows/ci.yml',
    );
  });
});

describe('workflow_job', () => {
  const created = '2026-03-02T10:00:00.000Z';
  const job = (action: string, workflow_job: Parts) =>
    changed('workflow_job', {
      action,
      workflow_job: {
        id: 1,
        status: action,
        conclusion: null,
        created_at: '2026-03-02T10:00:00Z',
        started_at: '2026-03-02T10:00:00Z',
        completed_at: null,
        steps: [],
        runner_id: null,
        ...workflow_job,
      },
    });
  const running = {
    started_at: '2026-03-02T10:05:00Z',
    steps: [{ started_at: '2026-03-02T10:05:01Z' }],
    runner_id: 3,
  };

  it('ends the same however queued and waiting are mixed up', () => {
    const events = [
      job('queued', {}),
      job('waiting', {}),
      job('queued', { status: 'waiting' }),
      job('in_progress', running),
      job('completed', {
        ...running,
        conclusion: 'success',
        completed_at: '2026-03-02T10:09:00Z',
      }),
    ];
    const expected = [
      expect.objectContaining({
        createdAt: created,
        waitingSince: [created],
        startedAt: '2026-03-02T10:05:00.000Z',
        finishedAt: '2026-03-02T10:09:00.000Z',
        status: {
          state: 'completed',
          outcome: 'success',
          at: '2026-03-02T10:09:00.000Z',
        },
      }),
    ];
    expect(mergedOf(recordsOf(events))).toEqual(expected);
    expect(mergedOf(recordsOf([...events].reverse()))).toEqual(expected);
  });

  it.each([
    ['queued', {}],
    ['waiting', {}],
    [
      'completed',
      { conclusion: 'cancelled', completed_at: '2026-03-02T11:00:00Z' },
    ],
    [
      'completed',
      { conclusion: 'skipped', completed_at: '2026-03-02T10:00:00Z' },
    ],
  ])('has not started while %s', (action, parts) => {
    expect(only(job(action, parts)).record.startedAt).toBeUndefined();
  });
});

describe('deployment', () => {
  const status = (state: string, more: Parts = {}) =>
    changed('deployment_status', { deployment_status: { state }, ...more }, 3);

  it.each([
    ['pending', 'queued'],
    ['queued', 'queued'],
    ['waiting', 'waiting'],
    ['in_progress', 'in_progress'],
    ['success', 'success'],
    ['failure', 'failure'],
    ['error', 'failure'],
    ['ERROR', 'failure'],
    ['something new', 'unknown'],
  ])('reads status %s as %s', (word, state) => {
    expect(only(status(word)).record).toMatchObject({
      kind: 'deployment',
      externalId: '145988746',
      environment: 'production',
      sha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      statuses: [{ state, at: '2019-05-15T15:20:55.000Z' }],
    });
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['timed_out', 'timedOut'],
    ['failure', 'failure'],
    [null, 'failure'],
  ])('tells by a check that %s how a failure came', (conclusion, state) => {
    const { record } = only(status('failure', { check_run: { conclusion } }));
    expect(record.statuses[0].state).toBe(state);
  });

  it('stays delivered when a later one takes its place', () => {
    const events = [
      status('success'),
      status('inactive', {
        deployment_status: {
          state: 'inactive',
          created_at: '2019-05-21T15:20:55Z',
        },
      }),
    ];
    expect(mergedOf(recordsOf(events))).toMatchObject([
      {
        occurredAt: '2019-05-15T15:20:55.000Z',
        statuses: [{ state: 'success', at: '2019-05-15T15:20:55.000Z' }],
      },
    ]);
  });

  it('keeps the attempts of one deployment under one record', () => {
    const at = (state: string, time: string) =>
      status(state, {
        deployment_status: { state, created_at: `2026-03-02T${time}Z` },
      });
    const events = [at('failure', '10:05:00'), at('success', '10:15:00')];
    expect(mergedOf(recordsOf(events))).toHaveLength(1);
  });

  it.each<[string, Parts, Parts]>([
    ['automatic', { id: 1, event: 'push' }, {}],
    ['manual', { id: 1, event: 'workflow_dispatch' }, {}],
  ])('was set off by a run: %s', (trigger, workflow_run) => {
    const told = recordOf('deployment', { workflow_run }, 3);
    expect(told).toMatchObject({ trigger, runId: '1' });
  });

  it('was approved if it had to wait, unless a person set it off', () => {
    const by = (event: string) =>
      only(status('waiting', { workflow_run: { id: 1, event } })).record
        .trigger;
    expect([by('push'), by('workflow_dispatch')]).toEqual([
      'approved',
      undefined,
    ]);
  });

  it.each<[string, Parts, Parts]>([
    ['a rollback', { task: 'deploy:rollback' }, { deploymentKind: 'rollback' }],
    ['a review app', { transient_environment: true }, { tier: 'development' }],
    ['no kind by default', { task: 'deploy' }, { deploymentKind: undefined }],
  ])('tells of %s', (_, deployment, expected) => {
    expect(recordOf('deployment', { deployment }, 3)).toMatchObject(expected);
  });
});

describe('approvals', () => {
  it('are asked for by a deployment review', () => {
    expect(only(changed('deployment_review')).record).toEqual({
      kind: 'approval',
      source: 'github',
      approvalId: '5453085689/TST',
      url: expect.stringContaining('/actions/runs/5453085689'),
      repo: 'terraform-test-github/sample-app',
      runId: '5453085689',
      environment: 'TST',
      sha: '5275a45b7e99c7fd7265b790392c10a74101a67a',
      requestedAt: '2023-07-04T09:28:15.000Z',
      status: { decision: 'pending', at: '2023-07-04T09:28:15.000Z' },
      group: 'admins',
    });
  });

  it.each(['approved', 'rejected'])('are %s', action => {
    const decided = '2023-07-04T10:00:00Z';
    const payload = changed('deployment_review', {
      action,
      workflow_run: { updated_at: decided },
    });
    expect(only(payload)).toMatchObject({
      occurredAt: '2023-07-04T10:00:00.000Z',
      record: {
        requestedAt: '2023-07-04T09:28:15.000Z',
        decidedAt: '2023-07-04T10:00:00.000Z',
        status: { decision: action, at: '2023-07-04T10:00:00.000Z' },
      },
    });
  });

  it('are asked for by a protection rule', () => {
    const { repository } = example('deployment', 3);
    const payload = {
      action: 'requested',
      environment: 'production',
      deployment_callback_url:
        'https://api.github.com/repos/a/b/actions/runs/7/deployment_protection_rule',
      deployment: example('deployment', 3).deployment,
      repository,
    };
    expect(only(payload).record).toMatchObject({
      kind: 'approval',
      approvalId: '7/production',
      deploymentId: '145988746',
      requestedAt: '2019-05-15T15:20:53.000Z',
      status: { decision: 'pending' },
    });
  });
});

describe('merge_group', () => {
  it('tells since when a change is in the queue', () => {
    const from = '2019-05-15T15:20:30.000Z';
    expect(only(changed('merge_group')).record).toEqual({
      kind: 'change',
      source: 'github',
      repo: 'octo-org/octo-repo',
      number: 104,
      mergeQueue: [{ from }],
    });
  });

  it.each<[string | undefined, boolean]>([
    [undefined, true],
    ['dequeued', true],
    ['invalidated', false],
    ['merged', false],
  ])(
    'tells whether it left the queue with its group: %s',
    (reason, hasLeft) => {
      const gone = changed('merge_group', {
        action: 'destroyed',
        reason,
        repository: { pushed_at: '2019-05-15T15:40:00Z' },
      });
      const left = '2019-05-15T15:40:00.000Z';
      expect(mergedOf(recordsOf([gone, changed('merge_group')]))).toMatchObject(
        [
          {
            mergeQueue: [
              { from: '2019-05-15T15:20:30.000Z' },
              ...(hasLeft ? [{ from: left, to: left }] : []),
            ],
          },
        ],
      );
    },
  );
});

describe('checks of other apps', () => {
  const done = {
    status: 'completed',
    conclusion: 'success',
    updated_at: '2019-05-15T15:30:00Z',
  };

  it('are runs once they are done', () => {
    expect(recordOf('check_suite', { check_suite: done }, 5)).toMatchObject({
      kind: 'run',
      runId: 'check-suite-118578174',
      workflow: 'octocoders-linter',
      headSha: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
      endings: [{ outcome: 'success', at: '2019-05-15T15:30:00.000Z' }],
      status: { outcome: 'success' },
    });
  });

  it('go on with the same run when they are asked for again', () => {
    const red = {
      ...done,
      conclusion: 'failure',
      updated_at: '2019-05-15T15:25:00Z',
    };
    const events = [done, red].map(check_suite =>
      changed('check_suite', { check_suite }, 5),
    );
    const [run] = mergedOf(recordsOf(events));
    expect(run).not.toHaveProperty('finishedAt');
    expect(run).toMatchObject({
      endings: [
        { outcome: 'failure', at: '2019-05-15T15:25:00.000Z' },
        { outcome: 'success', at: '2019-05-15T15:30:00.000Z' },
      ],
    });
  });

  it.each<[string, Parts]>([
    ['an app that never answers', { status: 'queued', conclusion: null }],
    ['GitHub Actions', { ...done, app: { slug: 'github-actions' } }],
  ])('tell nothing of %s', (_, check_suite) => {
    expect(readPayload(changed('check_suite', { check_suite }, 5))).toEqual([]);
  });

  it('are jobs of the suite', () => {
    expect(recordOf('check_run', {}, 4)).toMatchObject({
      kind: 'job',
      jobId: '128620228',
      runId: 'check-suite-118578147',
      startedAt: undefined,
      status: { state: 'queued' },
    });
    const check_run = { app: { slug: 'github-actions' } };
    expect(readPayload(changed('check_run', { check_run }, 4))).toEqual([]);
  });
});

describe('release', () => {
  const read = (release: Parts, options: Partial<GithubOptions>) =>
    readPayload(changed('release', { release }, 1), options);

  it('is a deployment where the configuration says so', () => {
    const release = { target_commitish: 'a'.repeat(40) };
    expect(read(release, { releaseEnvironment: 'production' })).toMatchObject([
      {
        record: {
          kind: 'deployment',
          externalId: 'release-17372790',
          environment: 'production',
          ref: '0.0.1',
          sha: 'a'.repeat(40),
          statuses: [{ state: 'success', at: '2019-05-15T15:20:53.000Z' }],
        },
      },
    ]);
  });

  it.each<[string, Parts, Partial<GithubOptions>]>([
    ['without configuration', {}, {}],
    ['for a draft', { draft: true }, { releaseEnvironment: 'production' }],
    ['before it', { prerelease: true }, { releaseEnvironment: 'production' }],
  ])('is none %s', (_, release, options) => {
    expect(read(release, options)).toEqual([]);
  });
});

describe('issues', () => {
  const issue = (labels: string[], more: Parts = {}) =>
    changed('issues', {
      action: 'closed',
      issue: {
        number: 7,
        labels: labels.map(name => ({ name })),
        created_at: '2026-03-02T12:00:00Z',
        updated_at: '2026-03-02T13:00:00Z',
        closed_at: '2026-03-02T13:00:00Z',
        pull_request: undefined,
        ...more,
      },
    });

  it('are incidents by their labels', () => {
    expect(
      only(issue(['Incident', 'severity/high', 'checkout'])).record,
    ).toMatchObject({
      kind: 'incident',
      externalId: 'Codertocat/Hello-World#7',
      withdrawn: false,
      severity: 'severity/high',
      labels: ['checkout'],
      detectedAt: '2026-03-02T12:00:00.000Z',
      resolutions: ['2026-03-02T13:00:00.000Z'],
    });
  });

  it('can be reopened', () => {
    const reopened = {
      ...issue(['kind/bug'], { closed_at: null }),
      action: 'reopened',
    };
    expect(only(reopened).record).toMatchObject({
      resolutions: undefined,
      reopened: ['2026-03-02T13:00:00.000Z'],
    });
  });

  const unlabeled = (label: Parts | undefined) => ({
    ...issue(['question'], { closed_at: null }),
    action: 'unlabeled',
    label,
  });
  const gone = (action: string) => ({ ...issue(['bug']), action });

  it.each<[string, Parts]>([
    ['the label is taken off', unlabeled({ name: 'kind/bug' })],
    ['a label is taken off that is gone itself', unlabeled(undefined)],
    ['they are deleted', gone('deleted')],
    ['they are transferred', gone('transferred')],
  ])('are withdrawn when %s', (_, payload) => {
    const opened = {
      ...issue(['bug'], { closed_at: null }),
      action: 'opened',
    };
    const told = recordsOf([opened, payload]);
    // Both at the same time: what takes it back counts.
    for (const records of [told, [...told].reverse()]) {
      expect(mergedOf(records)).toMatchObject([
        { externalId: 'codertocat/hello-world#7', withdrawn: true },
      ]);
    }
  });

  it.each<[string, Parts]>([
    ['another label is taken off', unlabeled({ name: 'api' })],
    ['they are deleted', { ...issue(['api']), action: 'deleted' }],
    ['they are closed', issue([])],
  ])('that never were incidents are none when %s', (_, payload) => {
    expect(readPayload(payload)).toEqual([]);
  });

  it('stay incidents while one of the labels is left, and are again with the label', () => {
    const at = (time: string) => ({
      updated_at: `2026-03-02T${time}Z`,
      closed_at: null,
    });
    const bug = { name: 'bug' };
    const events = [
      { ...issue(['bug', 'incident'], at('13:00:00')), action: 'labeled' },
      {
        ...issue(['incident'], at('13:10:00')),
        action: 'unlabeled',
        label: bug,
      },
    ];
    const lost = {
      ...issue([], at('13:20:00')),
      action: 'unlabeled',
      label: bug,
    };
    const again = { ...issue(['bug'], at('13:30:00')), action: 'labeled' };
    const withdrawn = (payloads: Parts[]) =>
      mergedOf(recordsOf(payloads))[0].withdrawn;
    expect(withdrawn(events)).toBe(false);
    expect(withdrawn([...events, lost])).toBe(true);
    expect(withdrawn([...events, lost, again])).toBe(false);
  });

  it('open as incidents where they are transferred to', () => {
    const { full_name } = example('issues').repository;
    const there = {
      place: { full_name: 'Codertocat/Other', default_branch: 'main' },
      issue: issue(['bug'], { number: 1, closed_at: null }).issue,
    };
    const left = {
      ...gone('transferred'),
      changes: { new_issue: there.issue, new_repository: there.place },
    };
    const arrived = {
      action: 'opened',
      issue: there.issue,
      changes: {
        old_issue: issue(['bug']).issue,
        old_repository: { full_name },
      },
      repository: there.place,
    };
    for (const told of [[left], [arrived], [arrived, left]]) {
      expect(mergedOf(recordsOf(told))).toMatchObject([
        { externalId: 'codertocat/hello-world#7', withdrawn: true },
        { externalId: 'codertocat/other#1', withdrawn: false },
      ]);
    }
  });

  it('are read although little is told of where they moved', () => {
    const payload = { ...gone('transferred'), changes: { new_issue: {} } };
    expect(only(payload).record.withdrawn).toBe(true);
  });

  it.each<[string, unknown, Partial<GithubOptions>]>([
    ['with other labels', issue(['documentation']), {}],
    ['that are pull requests', issue(['bug'], { pull_request: {} }), {}],
    ['where no label counts', issue(['bug']), { incidentLabels: [] }],
  ])('are no incidents %s', (_, payload, options) => {
    expect(readPayload(payload, options)).toEqual([]);
  });
});

describe('what is malformed or not known', () => {
  it.each<[string, Parts, string]>([
    ['pull_request', { pull_request: { number: 'x' } }, 'pull_request.number'],
    [
      'pull_request',
      { pull_request: { created_at: 'yesterday' } },
      'pull_request.created_at',
    ],
    ['workflow_job', { workflow_job: { id: -1 } }, 'workflow_job.id'],
    ['workflow_run', { repository: null }, 'repository'],
    ['push', { commits: [{ id: 5 }] }, 'commits[0].id'],
    ['deployment_status', { deployment: null }, 'deployment'],
  ])('is refused with its path: %s %j', (event, parts, path) => {
    const read = () => readPayload(changed(event, parts), { event });
    expect(read).toThrow(expect.objectContaining({ name: 'InputError' }));
    expect(read).toThrow(`'${path}'`);
    expect(read).not.toThrow('yesterday');
  });

  it.each([
    ['ping', []],
    ['create', []],
    ['a_new_event', undefined],
  ])('is told apart: %s', (event, expected) => {
    expect(readPayload({}, { event })).toEqual(expected);
  });

  it.each([[null], [[]], ['text'], [5], [{}]])(
    'has no type without a header: %j',
    payload => {
      expect(readPayload(payload)).toBeUndefined();
    },
  );
});

it('no record depends on the time of receipt', () => {
  const records: DeliveryRecord[] = recordsOf([changed('pull_request')]);
  const { observedAt, ...told } = records[0];
  expect(JSON.stringify(told)).not.toContain(observedAt);
});
