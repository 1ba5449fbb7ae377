import { example } from './examples';

const REPOSITORY = {
  ...example('push').repository,
  full_name: 'Codertocat/Hello-World',
  default_branch: 'master',
};

const at = (time: string) => `2026-03-02T${time}Z`;
const sha = (letter: string) => letter.repeat(40);

/** Takes an example and puts parts of it in another way. */
function event(
  name: string,
  parts: Record<string, Record<string, unknown> | string | undefined>,
): Record<string, any> {
  const payload = example(name);
  for (const [field, part] of Object.entries(parts)) {
    payload[field] =
      typeof part === 'object' ? { ...payload[field], ...part } : part;
  }
  return { ...payload, repository: REPOSITORY };
}

const head = { ...example('pull_request').pull_request.head, ref: 'changes' };
const inRepo = (commit: string) => ({
  head: { ...head, sha: commit, repo: REPOSITORY },
});

const request = (
  action: string,
  time: string,
  commit: string,
  more: Record<string, unknown> = {},
) =>
  event('pull_request', {
    action,
    pull_request: {
      created_at: at('08:00:00'),
      updated_at: at(time),
      draft: true,
      title: 'Revert "Greet"',
      body: 'Reverts Codertocat/Hello-World#1',
      ...inRepo(commit),
      ...more,
    },
  });

const done = {
  draft: false,
  state: 'closed',
  closed_at: at('10:00:00'),
  merged: true,
  merged_at: at('10:00:00'),
  merge_commit_sha: sha('d'),
};

const REQUESTS = [
  request('opened', '08:00:00', sha('a')),
  request('synchronize', '08:30:00', sha('b')),
  request('ready_for_review', '09:00:00', sha('b'), { draft: false }),
  request('enqueued', '09:50:00', sha('b'), { draft: false }),
  request('dequeued', '09:59:30', sha('b'), { draft: false }),
  request('closed', '10:00:00', sha('b'), done),
];

const MERGED = REQUESTS[5].pull_request;

const review = (id: number, login: string, state: string, time: string) =>
  event('pull_request_review', {
    action: 'submitted',
    review: { id, state, submitted_at: at(time), user: { login } },
    pull_request: REQUESTS[2].pull_request,
  });

const REVIEWS = [
  review(1, 'Codertocat', 'commented', '09:05:00'),
  review(2, 'linter[bot]', 'commented', '09:06:00'),
  review(3, 'hubot', 'changes_requested', '09:10:00'),
  review(4, 'hubot', 'approved', '09:40:00'),
];

const runOf = (
  action: string,
  attempt: number,
  times: [started: string, updated: string],
  conclusion: string | null,
) =>
  event('workflow_run', {
    action,
    workflow: { path: '.github/workflows/ci.yml' },
    workflow_run: {
      id: 70,
      run_attempt: attempt,
      path: '.github/workflows/ci.yml',
      event: 'push',
      head_sha: sha('d'),
      head_branch: 'master',
      html_url: 'https://github.com/Codertocat/Hello-World/actions/runs/70',
      status: action === 'completed' ? 'completed' : 'queued',
      conclusion: conclusion,
      created_at: at('10:00:05'),
      run_started_at: at(times[0]),
      updated_at: at(times[1]),
    },
  });

const RUNS = [
  runOf('requested', 1, ['10:00:05', '10:00:05'], null),
  runOf('completed', 1, ['10:00:05', '10:05:00'], 'FAILURE'),
  runOf('requested', 2, ['10:06:00', '10:06:00'], null),
  runOf('completed', 2, ['10:06:00', '10:20:00'], 'success'),
];

const jobOf = (
  action: string,
  id: number,
  attempt: number,
  times: { started: string; step?: string; completed?: string },
  conclusion: string | null = null,
) =>
  event('workflow_job', {
    action,
    workflow_job: {
      id,
      run_id: 70,
      run_attempt: attempt,
      name: 'deploy',
      workflow_name: 'CI',
      head_sha: sha('d'),
      status: action,
      conclusion: conclusion,
      created_at: at(attempt === 1 ? '10:00:06' : '10:06:01'),
      started_at: at(times.started),
      completed_at: times.completed ? at(times.completed) : null,
      steps: times.step ? [{ started_at: at(times.step) }] : [],
      runner_id: times.step ? 1 : null,
    },
  });

const JOBS = [
  jobOf('queued', 80, 1, { started: '10:00:06' }),
  jobOf('in_progress', 80, 1, { started: '10:00:20', step: '10:00:21' }),
  jobOf(
    'completed',
    80,
    1,
    { started: '10:00:20', step: '10:00:21', completed: '10:05:00' },
    'failure',
  ),
  jobOf('queued', 81, 2, { started: '10:06:01' }),
  jobOf('waiting', 81, 2, { started: '10:06:01' }),
  jobOf('queued', 81, 2, { started: '10:06:01' }),
  jobOf('in_progress', 81, 2, { started: '10:15:10', step: '10:15:09' }),
  jobOf(
    'completed',
    81,
    2,
    { started: '10:15:10', step: '10:15:09', completed: '10:20:00' },
    'success',
  ),
];

const RUN = {
  id: 70,
  event: 'push',
  head_sha: sha('d'),
  html_url: RUNS[0].workflow_run.html_url,
};

const DEPLOYMENT = {
  id: 90,
  sha: sha('d'),
  ref: 'master',
  task: 'deploy',
  environment: 'production',
  production_environment: true,
  transient_environment: false,
  created_at: at('10:06:02'),
};

const JOB_URL =
  'https://github.com/Codertocat/Hello-World/actions/runs/70/job/81';

const statusOf = (id: number, state: string, time: string) =>
  event('deployment_status', {
    action: 'created',
    deployment: DEPLOYMENT,
    deployment_status: {
      id,
      state,
      environment: 'production',
      created_at: at(time),
      log_url: JOB_URL,
      target_url: JOB_URL,
    },
    workflow_run: RUN,
    check_run: { id: 81, conclusion: null },
  });

const STATUSES = [
  statusOf(1, 'waiting', '10:06:03'),
  statusOf(2, 'in_progress', '10:15:08'),
  statusOf(3, 'success', '10:19:30'),
];

const reviewOf = (action: string, updated: string) => ({
  action,
  since: at('10:06:03'),
  environment: 'production',
  workflow_run: { ...RUN, updated_at: at(updated) },
  repository: REPOSITORY,
});

const DIRECT_COMMIT = {
  id: sha('e'),
  message: `Fix it\n\nThis reverts commit ${sha('d')}.`,
  timestamp: at('11:00:00'),
  url: `https://github.com/Codertocat/Hello-World/commit/${sha('e')}`,
  author: { name: 'Mona', username: 'Codertocat' },
  added: ['docs/new.md'],
  modified: ['README.md'],
  removed: [],
};

const PUSH = {
  ...event('push', { ref: 'refs/heads/master', after: sha('e') }),
  before: sha('d'),
  commits: [DIRECT_COMMIT],
  repository: { ...REPOSITORY, pushed_at: Date.parse(at('11:00:10')) / 1000 },
};

const issueOf = (action: string, time: string, closed: string | null) =>
  event('issues', {
    action,
    issue: {
      number: 7,
      labels: [{ name: 'kind/bug' }, { name: 'sev1' }],
      created_at: at('12:00:00'),
      updated_at: at(time),
      closed_at: closed && at(closed),
      pull_request: undefined,
    },
  });

const ISSUES = [
  issueOf('opened', '12:00:00', null),
  issueOf('closed', '12:30:00', '12:30:00'),
  issueOf('reopened', '12:40:00', null),
  issueOf('closed', '13:00:00', '13:00:00'),
];

/** Another issue, which turned out to be a question. */
const questionOf = (action: string, time: string, labels: string[]) => ({
  ...issueOf(action, time, null),
  label: { name: 'bug' },
  issue: {
    ...issueOf(action, time, null).issue,
    number: 8,
    created_at: at('14:00:00'),
    labels: labels.map(name => ({ name })),
  },
});

const QUESTIONS = [
  questionOf('labeled', '14:00:00', ['bug']),
  questionOf('unlabeled', '14:20:00', []),
];

const groupOf = (action: string, time: string) => ({
  ...example('merge_group'),
  action,
  reason: action === 'destroyed' ? 'merged' : undefined,
  merge_group: {
    head_ref: 'refs/heads/gh-readonly-queue/master/pr-2-d0d0',
    head_commit: { timestamp: at('09:50:04') },
  },
  repository: { ...REPOSITORY, pushed_at: at(time) },
});

/** A day of one repository, as GitHub sends it. */
export const STORY_EVENTS: Record<string, any>[] = [
  ...REQUESTS,
  ...REVIEWS,
  groupOf('checks_requested', '09:50:05'),
  groupOf('destroyed', '09:59:40'),
  ...RUNS,
  ...JOBS,
  {
    ...event('deployment', { deployment: DEPLOYMENT }),
    workflow_run: RUN,
  },
  ...STATUSES,
  reviewOf('requested', '10:06:03'),
  reviewOf('approved', '10:15:08'),
  PUSH,
  ...ISSUES,
  ...QUESTIONS,
];

/** The same day, as GitHub's REST API answers about it. Paths are below the repository. */
export const STORY_ANSWERS: Record<string, unknown> = {
  '': REPOSITORY,
  '/pulls': [MERGED],
  '/pulls/2/files': [{ filename: 'README.md', additions: 1, deletions: 1 }],
  '/issues/2/timeline': [
    ...['a', 'b'].map(letter => ({
      event: 'committed',
      sha: sha(letter),
      author: { date: at('07:00:00') },
      message: `Greet ${letter}\n\nAssisted-by: Cursor`,
    })),
    { event: 'ready_for_review', created_at: at('09:00:00') },
    ...REVIEWS.map(({ review: told }) => ({ ...told, event: 'reviewed' })),
    { event: 'added_to_merge_queue', created_at: at('09:50:00') },
    { event: 'removed_from_merge_queue', created_at: at('09:59:30') },
    { event: 'closed', created_at: at('10:00:00') },
  ],
  '/activity': [
    ['push', 'master', 'd', 'e', '11:00:10'],
    ['pr_merge', 'master', 'c', 'd', '10:00:00'],
    ['push', 'changes', 'a', 'b', '08:30:00'],
    ['branch_creation', 'changes', '0', 'a', '07:59:00'],
  ].map(([activity_type, branch, before, after, time]) => ({
    activity_type,
    ref: `refs/heads/${branch}`,
    before: sha(before),
    after: sha(after),
    timestamp: at(time),
  })),
  [`/compare/${sha('d')}...${sha('e')}`]: {
    total_commits: 1,
    commits: [
      {
        sha: DIRECT_COMMIT.id,
        html_url: DIRECT_COMMIT.url,
        author: { login: 'Codertocat' },
        commit: {
          message: DIRECT_COMMIT.message,
          author: { date: DIRECT_COMMIT.timestamp },
        },
      },
    ],
    files: [{ filename: 'README.md' }, { filename: 'docs/new.md' }],
  },
  '/actions/runs': { total_count: 1, workflow_runs: [RUNS[3].workflow_run] },
  '/actions/runs/70/attempts/1': RUNS[1].workflow_run,
  '/actions/runs/70/attempts/1/jobs': {
    total_count: 1,
    jobs: [JOBS[2].workflow_job],
  },
  '/actions/runs/70/attempts/2/jobs': {
    total_count: 1,
    jobs: [JOBS[7].workflow_job],
  },
  '/deployments': [DEPLOYMENT],
  '/deployments/90/statuses': [
    ...STATUSES.map(({ deployment_status }) => deployment_status),
    {
      ...STATUSES[2].deployment_status,
      id: 4,
      state: 'inactive',
      created_at: '2026-03-08T10:00:00Z',
    },
  ].reverse(),
  '/issues': [QUESTIONS[1].issue, ISSUES[3].issue, MERGED].map(issue => ({
    ...issue,
    pull_request: issue.number === 2 ? {} : undefined,
  })),
  '/issues/events': [
    ['unlabeled', '14:20:00', QUESTIONS[1].issue],
    ['labeled', '14:00:00', QUESTIONS[1].issue],
    ['unlabeled', '13:30:00', { ...MERGED, pull_request: {} }],
    ['unlabeled', '13:20:00', null],
    ['closed', '13:00:00', ISSUES[3].issue],
  ].map(([name, time, issue]) => ({
    event: name,
    created_at: at(String(time)),
    label: { name: 'bug' },
    issue,
  })),
  '/issues/7/timeline': [
    { event: 'closed', created_at: at('12:30:00') },
    { event: 'reopened', created_at: at('12:40:00') },
    { event: 'closed', created_at: at('13:00:00') },
  ],
};
