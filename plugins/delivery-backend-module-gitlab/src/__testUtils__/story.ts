import {
  AUTHOR,
  buildEvent,
  deploymentEvent,
  issueEvent,
  mergeRequestEvent,
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
  environment: { name: 'staging' },
};

const FINISHED = { queued_duration: 20, finished_at: at('10:05:00') };

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
  buildEvent(),
  buildEvent({
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
  })),
  '/merge_requests/12/diffs': [{ old_path: 'a.ts', new_path: 'b.ts' }],
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
  ],
};
