/** An event of Bitbucket, free to be changed. */
export type Event = Record<string, any>;

export const sha = (letter: string) => letter.repeat(40);
export const at = (time: string) => `2026-03-02T${time}:00.123456+00:00`;

const person = (name: string) => ({
  type: 'user',
  uuid: `{${name}}`,
  account_id: `712020:${name}`,
  nickname: name,
  display_name: `${name} of Acme`,
});

export const AUTHOR = person('ann');
export const REVIEWER = person('ben');
export const BOT = { ...person('checker'), type: 'app_user' };

export const REPOSITORY = {
  type: 'repository',
  uuid: '{26554729-595f-47d1-aedd-302625cb4a97}',
  full_name: 'Acme/shop',
  name: 'shop',
};

/** An event about request 7, with what it tells besides. */
export function requestEvent(changes: Event = {}, more: Event = {}): Event {
  return {
    actor: AUTHOR,
    repository: REPOSITORY,
    pullrequest: {
      type: 'pullrequest',
      id: 7,
      title: 'Add a cart',
      description: '',
      state: 'OPEN',
      draft: false,
      author: AUTHOR,
      created_on: at('08:00'),
      updated_on: at('08:00'),
      merge_commit: null,
      // As Bitbucket shortens it.
      source: { branch: { name: 'cart' }, commit: { hash: '668218c13e04' } },
      destination: { branch: { name: 'main' } },
      reviewers: [REVIEWER],
      participants: [],
      links: {
        html: { href: 'https://bitbucket.org/acme/shop/pull-requests/7' },
      },
      ...changes,
    },
    ...more,
  };
}

/** What somebody decided about request 7, and whether it still holds. */
export const decisionEvent = (
  kind: 'approval' | 'changes_request',
  time: string,
  options: { user?: Event; state?: string | null } = {},
): Event => {
  const { user = REVIEWER } = options;
  const given = kind === 'approval' ? 'approved' : 'changes_requested';
  const { state = given } = options;
  return requestEvent(
    { participants: [{ type: 'participant', user, role: 'REVIEWER', state }] },
    { [kind]: { date: at(time), user } },
  );
};

/** Commits that were pushed to a branch, the newest first. */
export const pushEvent = (commits: Event[], branch = 'main'): Event => ({
  actor: REVIEWER,
  repository: REPOSITORY,
  push: {
    changes: [
      {
        old: { type: 'branch', name: branch },
        new: { type: 'branch', name: branch, target: commits[0] },
        commits,
        truncated: false,
      },
    ],
  },
});

export const pushed = (letter: string, time: string, message: string) => ({
  type: 'commit',
  hash: sha(letter),
  date: at(time),
  message,
  author: { type: 'author', raw: 'Ann <ann@acme.example>', user: AUTHOR },
  links: {
    html: { href: `https://bitbucket.org/acme/shop/commits/${sha(letter)}` },
  },
});

/** What a CI says of a commit. */
export const statusEvent = (changes: Event = {}): Event => ({
  actor: AUTHOR,
  repository: REPOSITORY,
  commit_status: {
    type: 'build',
    key: 'jenkins',
    name: 'Jenkins',
    state: 'INPROGRESS',
    url: 'https://ci.acme.example/1',
    refname: 'cart',
    created_on: at('08:10'),
    updated_on: at('08:10'),
    commit: { hash: sha('c') },
    ...changes,
  },
});

/** A deployment, as a pull wraps it. */
export const deploymentEvent = (
  id: string,
  letter: string,
  time: string,
  status = 'SUCCESSFUL',
): Event => ({
  repository: REPOSITORY,
  environment: {
    uuid: '{env}',
    name: 'Live',
    environment_type: { name: 'Production' },
  },
  deployment: {
    uuid: `{${id}}`,
    state: {
      name: 'COMPLETED',
      status: { name: status },
      started_on: at(time),
      completed_on: at(time),
    },
    release: {
      name: '#1',
      created_on: at(time),
      commit: { hash: sha(letter) },
    },
  },
});
