/** An event of Azure DevOps, free to be changed. */
export type Event = Record<string, any>;

export const sha = (letter: string) => letter.repeat(40);
export const at = (time: string) => `2026-03-02T${time}:00.1234567Z`;

const person = (name: string) => ({
  id: `id-of-${name}`,
  displayName: `${name} of Acme`,
  uniqueName: `${name}@acme.example`,
});

export const AUTHOR = person('ann');
export const REVIEWER = person('ben');
export const SERVICE = {
  id: 'id-of-service',
  uniqueName: 'Build\\00000000-0000-0000-0000-000000000001',
};

export const REPOSITORY = {
  id: '278d5cd2-584d-4b63-824a-2ba458937249',
  name: 'Shop',
  project: { id: 'p1', name: 'Acme Web' },
  defaultBranch: 'refs/heads/main',
  remoteUrl: 'https://dev.azure.com/acme/Acme%20Web/_git/Shop',
};

const request = (changes: Event = {}): Event => ({
  repository: REPOSITORY,
  pullRequestId: 42,
  status: 'active',
  isDraft: false,
  createdBy: AUTHOR,
  creationDate: at('08:00'),
  title: 'Add a cart',
  description: '',
  sourceRefName: 'refs/heads/cart',
  targetRefName: 'refs/heads/main',
  mergeStatus: 'succeeded',
  lastMergeSourceCommit: { commitId: sha('c') },
  lastMergeCommit: { commitId: sha('e') },
  reviewers: [],
  ...changes,
});

/** An event about request 42. */
export const requestEvent = (
  time: string,
  changes: Event = {},
  more: Event = {},
): Event => ({
  id: 'e1',
  eventType: 'git.pullrequest.updated',
  publisherId: 'tfs',
  message: { text: 'Ann updated the pull request 42 (Add a cart)' },
  resource: request(changes),
  createdDate: at(time),
  ...more,
});

export const opened = () =>
  requestEvent('08:00', {}, { eventType: 'git.pullrequest.created' });

export const voted = (time: string, vote: number, reviewer: Event = REVIEWER) =>
  requestEvent(time, { reviewers: [{ ...reviewer, vote }] });

export const completed = (time: string) =>
  requestEvent(time, {
    status: 'completed',
    closedDate: at(time),
    lastMergeCommit: { commitId: sha('d') },
  });

export const commented = (time: string, comment: Event = {}): Event => ({
  eventType: 'ms.vss-code.git-pullrequest-comment-event',
  resource: {
    comment: {
      author: REVIEWER,
      publishedDate: at(time),
      commentType: 'text',
      ...comment,
    },
    pullRequest: request(),
  },
  createdDate: at('20:00'),
});

export const pushed = (
  time: string,
  commits: Event[],
  branch = 'main',
): Event => ({
  eventType: 'git.push',
  resource: {
    commits,
    refUpdates: [
      {
        name: `refs/heads/${branch}`,
        oldObjectId: sha('0'),
        newObjectId: sha('d'),
      },
    ],
    repository: REPOSITORY,
    pushedBy: AUTHOR,
    date: at(time),
  },
  createdDate: at(time),
});

export const built = (changes: Event = {}): Event => ({
  eventType: 'build.complete',
  resource: {
    id: 11,
    status: 'completed',
    result: 'succeeded',
    queueTime: at('08:01'),
    startTime: at('08:02'),
    finishTime: at('08:12'),
    definition: { id: 1, name: 'Shop CI' },
    project: { name: 'Acme Web' },
    repository: { id: REPOSITORY.id, type: 'TfsGit', name: 'Shop' },
    sourceBranch: 'refs/heads/cart',
    sourceVersion: sha('c'),
    reason: 'pullRequest',
    ...changes,
  },
  createdDate: at('08:13'),
});

const ofRun = {
  run: {
    id: 12,
    state: 'inProgress',
    createdDate: at('12:01'),
    url: 'https://dev.azure.com/acme/p1/_apis/pipelines/2/runs/12',
  },
  pipeline: { id: 2, name: 'Shop CD' },
  repositories: [
    {
      type: 'Git',
      change: { version: sha('d') },
      url: 'https://acme@dev.azure.com/acme/Acme%20Web/_git/Shop',
    },
  ],
};

export const ran = (
  time: string,
  run: Event = {},
  more: Event = {},
): Event => ({
  eventType: 'ms.vss-pipelines.run-state-changed-event',
  resource: { ...ofRun, run: { ...ofRun.run, ...run }, ...more },
  createdDate: at(time),
});

export const staged = (
  time: string,
  stage: Event,
  around: Event = ofRun,
): Event => ({
  eventType: 'ms.vss-pipelines.stage-state-changed-event',
  resource: { ...around, stage: { name: 'Production', ...stage } },
  createdDate: at(time),
});

/** A deployment of a commit, by a run of its own. */
export const deployed = (time: string, id: number, letter: string) =>
  staged(
    time,
    { state: 'completed', result: 'succeeded' },
    {
      ...ofRun,
      run: { ...ofRun.run, id },
      repositories: [
        { ...ofRun.repositories[0], change: { version: sha(letter) } },
      ],
    },
  );

export const released = (changes: Event = {}, more: Event = {}): Event => ({
  eventType: 'ms.vss-release.deployment-completed-event',
  resource: {
    environment: {
      id: 8,
      name: 'Production',
      status: 'succeeded',
      release: { id: 3, name: 'Release-3' },
      ...changes,
    },
    deployment: {
      release: {
        artifacts: [
          {
            isPrimary: true,
            type: 'Build',
            definitionReference: {
              project: { name: 'Acme Web' },
              repository: { name: 'Shop' },
              sourceVersion: { id: sha('d') },
            },
          },
        ],
      },
    },
    project: { name: 'Acme Web' },
  },
  createdDate: at('13:00'),
  ...more,
});
