/** The project that all events of the tests are about, as events carry it. */
export const PROJECT = {
  id: 30,
  web_url: 'https://gitlab.com/acme/tools/shop',
  path_with_namespace: 'acme/tools/shop',
  default_branch: 'main',
  ci_config_path: null,
};

export const AUTHOR = { id: 51, username: 'jsmith', name: 'John Smith' };
export const REVIEWER = { id: 6, username: 'hpotter', name: 'Harry' };

const sha = (letter: string) => letter.repeat(40);

/** An event about merge request 12. */
export function mergeRequestEvent(
  attributes: Record<string, unknown> = {},
  around: Record<string, unknown> = {},
): Record<string, any> {
  return {
    object_kind: 'merge_request',
    event_type: 'merge_request',
    user: AUTHOR,
    project: PROJECT,
    object_attributes: {
      id: 99,
      iid: 12,
      action: 'open',
      state: 'opened',
      title: 'Greet',
      description: '',
      url: `${PROJECT.web_url}/-/merge_requests/12`,
      draft: false,
      author_id: AUTHOR.id,
      created_at: '2026-03-02 08:00:00 UTC',
      updated_at: '2026-03-02 08:00:00 UTC',
      merge_commit_sha: null,
      source_branch: 'greet',
      target_branch: 'main',
      last_commit: { id: sha('a'), timestamp: '2026-03-02T09:00:00+02:00' },
      ...attributes,
    },
    labels: [{ id: 1, title: 'api' }],
    changes: {},
    ...around,
  };
}

/** A comment of the reviewer on merge request 12. */
export function noteEvent(
  time: string,
  attributes: Record<string, unknown> = {},
  around: Record<string, unknown> = {},
): Record<string, any> {
  return {
    object_kind: 'note',
    event_type: 'note',
    user: REVIEWER,
    project: PROJECT,
    object_attributes: {
      id: 1244,
      note: 'Is this greeting needed?',
      noteable_type: 'MergeRequest',
      system: false,
      created_at: `2026-03-02 ${time} UTC`,
      ...attributes,
    },
    merge_request: { id: 99, iid: 12, author_id: AUTHOR.id },
    ...around,
  };
}

/** An event about pipeline 31, with a job that builds and one by hand that deploys. */
export function pipelineEvent(
  attributes: Record<string, unknown> = {},
  builds: Record<string, unknown>[] = [],
): Record<string, any> {
  return {
    object_kind: 'pipeline',
    project: PROJECT,
    user: AUTHOR,
    object_attributes: {
      id: 31,
      ref: 'main',
      tag: false,
      sha: sha('d'),
      source: 'push',
      status: 'pending',
      stages: ['build', 'deploy'],
      created_at: '2026-03-02 10:00:00 UTC',
      finished_at: null,
      duration: null,
      queued_duration: null,
      url: `${PROJECT.web_url}/-/pipelines/31`,
      ...attributes,
    },
    builds: builds.map((build, index) => ({
      id: 380 + index,
      stage: 'build',
      name: 'build',
      status: 'created',
      created_at: '2026-03-02 10:00:01 UTC',
      started_at: null,
      finished_at: null,
      when: 'on_success',
      manual: false,
      environment: null,
      ...build,
    })),
  };
}

/** An event about job 380 of pipeline 31. */
export function buildEvent(
  parts: Record<string, unknown> = {},
): Record<string, any> {
  return {
    object_kind: 'build',
    ref: 'main',
    sha: sha('d'),
    build_id: 380,
    build_name: 'build',
    build_stage: 'build',
    build_status: 'created',
    build_created_at: '2026-03-02T10:00:01.886Z',
    build_started_at: null,
    build_finished_at: null,
    build_allow_failure: false,
    pipeline_id: 31,
    commit: { id: 31, sha: sha('d') },
    project: PROJECT,
    ...parts,
  };
}

/** An event about deployment 15. */
export function deploymentEvent(
  parts: Record<string, unknown> = {},
): Record<string, any> {
  return {
    object_kind: 'deployment',
    status: 'success',
    status_changed_at: '2026-03-02 12:20:00 +0200',
    deployment_id: 15,
    deployable_id: 381,
    deployable_url: `${PROJECT.web_url}/-/jobs/381`,
    environment: 'production',
    environment_tier: 'production',
    ref: 'main',
    short_sha: sha('d').slice(0, 8),
    commit_url: `${PROJECT.web_url}/-/commit/${sha('d')}`,
    project: PROJECT,
    ...parts,
  };
}

/** An event about issue 23. */
export function issueEvent(
  attributes: Record<string, unknown> = {},
): Record<string, any> {
  return {
    object_kind: 'issue',
    event_type: 'issue',
    user: AUTHOR,
    project: PROJECT,
    object_attributes: {
      id: 301,
      iid: 23,
      title: 'Checkout is down',
      type: 'Incident',
      action: 'open',
      state: 'opened',
      severity: 'high',
      created_at: '2026-03-02 12:00:00 UTC',
      updated_at: '2026-03-02 12:00:00 UTC',
      closed_at: null,
      url: `${PROJECT.web_url}/-/issues/23`,
      labels: [],
      ...attributes,
    },
  };
}

/** A push of one commit to the default branch. */
export function pushEvent(
  commit: Record<string, unknown> = {},
  parts: Record<string, unknown> = {},
): Record<string, any> {
  return {
    object_kind: 'push',
    event_name: 'push',
    before: sha('d'),
    after: sha('e'),
    ref: 'refs/heads/main',
    user_username: AUTHOR.username,
    project: PROJECT,
    commits: [
      {
        id: sha('e'),
        message: 'Fix it\n\nThis reverts commit ddddddddd.',
        timestamp: '2026-03-02T13:00:00+02:00',
        url: `${PROJECT.web_url}/-/commit/${sha('e')}`,
        added: [],
        modified: ['README.md'],
        removed: [],
        ...commit,
      },
    ],
    ...parts,
  };
}
