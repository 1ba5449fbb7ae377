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
} from './events';

const sha = (letter: string) => letter.repeat(40);
const at = (time: string) => `2026-03-02 ${time} UTC`;
const iso = (time: string) => `2026-03-02T${time}.123Z`;

const merged = {
  state: 'merged',
  merge_commit_sha: sha('d'),
  last_commit: { id: sha('b') },
};

const BUILT = {
  status: 'success',
  started_at: at('10:00:30'),
  finished_at: at('10:05:00'),
};

const GATE = {
  stage: 'deploy',
  name: 'deploy',
  status: 'manual',
  when: 'manual',
  manual: true,
  allow_failure: true,
  environment: { name: 'staging', action: 'start' },
};

const FINISHED = { queued_duration: 20, finished_at: at('10:05:00') };

/** A part of the pipeline, which fails and is tried again. */
const CHILD = {
  id: 32,
  source: 'parent_pipeline',
  created_at: at('10:02:00'),
  queued_duration: 5,
  url: `${PROJECT.web_url}/-/pipelines/32`,
};

const childEvent = (
  attributes: Record<string, unknown>,
  builds: Record<string, unknown>[],
) => ({
  ...pipelineEvent({ ...CHILD, ...attributes }, builds),
  source_pipeline: { project: PROJECT, job_id: 382, pipeline_id: 31 },
});

const SCAN = {
  id: 390,
  name: 'scan',
  status: 'failed',
  created_at: at('10:02:01'),
  started_at: at('10:02:10'),
  finished_at: at('10:04:00'),
};

const SCANNED_AGAIN = {
  ...SCAN,
  id: 391,
  status: 'success',
  created_at: at('10:20:00'),
  started_at: at('10:20:10'),
  finished_at: at('10:27:00'),
};

const scanEvent = (
  { id, name, status, ...times }: typeof SCAN,
  retries_count: number,
) =>
  buildEvent({
    build_id: id,
    build_name: name,
    build_status: status,
    build_created_at: times.created_at,
    build_started_at: times.started_at,
    build_finished_at: times.finished_at,
    retries_count,
    pipeline_id: 32,
  });

const PLAIN_ISSUE = {
  iid: 24,
  title: 'Is it down?',
  type: 'Issue',
  severity: undefined,
  url: `${PROJECT.web_url}/-/issues/24`,
};

/** A day of one project, as GitLab sends it. */
export const STORY_EVENTS: Record<string, any>[] = [
  mergeRequestEvent({ draft: true }),
  mergeRequestEvent({
    action: 'update',
    draft: true,
    updated_at: at('08:30:00'),
    oldrev: sha('a'),
    last_commit: { id: sha('b') },
  }),
  noteEvent('08:50:00'),
  mergeRequestEvent(
    {
      action: 'update',
      updated_at: at('09:00:00'),
      last_commit: { id: sha('b') },
    },
    { changes: { draft: { previous: true, current: false } } },
  ),
  mergeRequestEvent(
    {
      action: 'approved',
      updated_at: at('09:40:00'),
      last_commit: { id: sha('b') },
    },
    { user: REVIEWER },
  ),
  mergeRequestEvent({
    action: 'merge',
    updated_at: at('10:00:00'),
    ...merged,
  }),
  pipelineEvent(),
  pipelineEvent({ status: 'running', queued_duration: 20 }, [
    { status: 'running', started_at: BUILT.started_at },
    { ...GATE, status: 'created' },
  ]),
  pipelineEvent({ status: 'manual' }, [BUILT, GATE]),
  pipelineEvent({ status: 'success', ...FINISHED }, [BUILT, GATE]),
  childEvent({ status: 'failed', finished_at: at('10:04:00') }, [SCAN]),
  childEvent({ status: 'running', finished_at: at('10:04:00') }, [
    { ...SCANNED_AGAIN, status: 'running', finished_at: null },
  ]),
  childEvent({ status: 'success', finished_at: at('10:27:00') }, [
    SCANNED_AGAIN,
  ]),
  scanEvent(SCAN, 0),
  scanEvent(SCANNED_AGAIN, 1),
  buildEvent({ retries_count: 0 }),
  buildEvent({
    build_id: 381,
    build_name: 'deploy',
    build_status: 'manual',
    retries_count: 0,
  }),
  buildEvent({
    retries_count: 0,
    build_status: 'success',
    build_started_at: iso('10:00:30'),
    build_finished_at: iso('10:05:00'),
  }),
  deploymentEvent({ status: 'running', status_changed_at: at('10:15:00') }),
  deploymentEvent(),
  pushEvent(),
  issueEvent(),
  issueEvent({
    action: 'close',
    state: 'closed',
    updated_at: at('13:00:00'),
    closed_at: at('13:00:00'),
  }),
  issueEvent({
    ...PLAIN_ISSUE,
    created_at: at('14:00:00'),
    updated_at: at('14:00:00'),
    labels: [{ title: 'bug' }],
  }),
  {
    ...issueEvent({
      ...PLAIN_ISSUE,
      action: 'update',
      created_at: at('14:00:00'),
      updated_at: at('14:30:00'),
    }),
    changes: { labels: { previous: [{ title: 'bug' }], current: [] } },
  },
];

const job = (id: number, parts: Record<string, unknown>) => ({
  id,
  name: 'build',
  stage: 'build',
  created_at: iso('10:00:01'),
  started_at: null,
  finished_at: null,
  pipeline: { id: 31 },
  ...parts,
});

/** The same day, as GitLab's REST API answers about it. Paths are below the project. */
export const STORY_ANSWERS: Record<string, unknown> = {
  '': PROJECT,
  '/merge_requests': [
    {
      iid: 12,
      title: 'Greet',
      description: '',
      state: 'merged',
      draft: false,
      author: AUTHOR,
      web_url: `${PROJECT.web_url}/-/merge_requests/12`,
      created_at: iso('08:00:00'),
      updated_at: iso('10:00:00'),
      merged_at: iso('10:00:00'),
      closed_at: null,
      target_branch: 'main',
      sha: sha('b'),
      merge_commit_sha: sha('d'),
      squash_commit_sha: null,
      labels: ['api'],
    },
  ],
  '/merge_requests/12/versions': [
    { id: 2, head_commit_sha: sha('b'), created_at: iso('08:30:00') },
    { id: 1, head_commit_sha: sha('a'), created_at: iso('08:00:00') },
  ],
  '/merge_requests/12/commits': ['b', 'a'].map(letter => ({
    id: sha(letter),
    authored_date: '2026-03-02T09:00:00.000+02:00',
    message: `Greet ${letter}\n\nAssisted-by: Cursor`,
  })),
  '/merge_requests/12/diffs': [
    {
      old_path: 'a.ts',
      new_path: 'b.ts',
      diff: '@@ -1,2 +1,3 @@\n one\n-two\n+2\n+3\n',
    },
  ],
  '/merge_requests/12/notes': [
    ['approved this merge request', REVIEWER, '09:40:00', true],
    ['marked this merge request as **ready**', AUTHOR, '09:00:00', true],
    ['approved this merge request, I think', REVIEWER, '08:50:00', false],
  ].map(([body, author, time, system]) => ({
    body,
    author,
    system,
    created_at: iso(String(time)),
  })),
  '/merge_requests/12/approvals': { approvals_required: 0 },
  '/pipelines': [{ id: 31, updated_at: iso('10:05:00') }],
  '/pipelines/31': {
    id: 31,
    ref: 'main',
    tag: false,
    sha: sha('d'),
    source: 'push',
    status: 'success',
    created_at: iso('10:00:00'),
    finished_at: iso('10:05:00'),
    queued_duration: 20,
    user: AUTHOR,
    web_url: `${PROJECT.web_url}/-/pipelines/31`,
  },
  '/pipelines/31/jobs': [
    job(381, { name: 'deploy', stage: 'deploy', status: 'manual' }),
    job(380, {
      status: 'success',
      started_at: iso('10:00:30'),
      finished_at: iso('10:05:00'),
    }),
  ],
  '/pipelines?source=parent_pipeline': [
    { id: 32, updated_at: iso('10:27:00') },
  ],
  '/pipelines/31/bridges': [
    { id: 382, name: 'scan', downstream_pipeline: { id: 32 } },
  ],
  '/pipelines/32': {
    ...CHILD,
    ref: 'main',
    tag: false,
    sha: sha('d'),
    status: 'success',
    finished_at: iso('10:27:00'),
    user: AUTHOR,
    web_url: CHILD.url,
  },
  '/pipelines/32/jobs': [SCANNED_AGAIN, SCAN],
  '/deployments': [
    {
      id: 15,
      ref: 'main',
      sha: sha('d'),
      status: 'success',
      created_at: iso('10:14:00'),
      updated_at: iso('10:20:01'),
      environment: { name: 'production', tier: 'production' },
      deployable: {
        web_url: `${PROJECT.web_url}/-/jobs/381`,
        started_at: iso('10:15:00'),
        finished_at: iso('10:20:00'),
      },
    },
  ],
  '/events': [
    {
      action_name: 'pushed to',
      created_at: iso('11:00:10'),
      author_username: AUTHOR.username,
      push_data: {
        ref_type: 'branch',
        ref: 'main',
        commit_from: sha('d'),
        commit_to: sha('e'),
      },
    },
    {
      action_name: 'pushed new',
      created_at: iso('08:00:00'),
      author_username: AUTHOR.username,
      push_data: {
        ref_type: 'branch',
        ref: 'greet',
        commit_from: null,
        commit_to: sha('a'),
      },
    },
  ],
  '/repository/compare': {
    commits: [
      {
        id: sha('e'),
        message: 'Fix it\n\nThis reverts commit ddddddddd.',
        committed_date: '2026-03-02T13:00:00.000+02:00',
        web_url: `${PROJECT.web_url}/-/commit/${sha('e')}`,
      },
    ],
    diffs: [{ old_path: 'README.md', new_path: 'README.md' }],
  },
  '/issues': [
    {
      iid: 23,
      title: 'Checkout is down',
      issue_type: 'incident',
      state: 'closed',
      severity: 'HIGH',
      created_at: iso('12:00:00'),
      updated_at: iso('13:00:00'),
      closed_at: iso('13:00:00'),
      web_url: `${PROJECT.web_url}/-/issues/23`,
      labels: [],
    },
    {
      iid: 24,
      title: 'Is it down?',
      issue_type: 'issue',
      state: 'opened',
      created_at: iso('14:00:00'),
      updated_at: iso('14:30:00'),
      closed_at: null,
      web_url: PLAIN_ISSUE.url,
      labels: [],
    },
  ],
  '/issues/24/resource_label_events': [
    { action: 'add', created_at: iso('14:00:00'), label: { name: 'bug' } },
    { action: 'remove', created_at: iso('14:30:00'), label: { name: 'bug' } },
  ],
};
