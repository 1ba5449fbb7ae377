import { InputError } from '@backstage/errors';
import {
  at,
  BOT,
  decisionEvent,
  deploymentEvent,
  Event,
  pushed,
  pushEvent,
  REPOSITORY,
  requestEvent,
  REVIEWER,
  sha,
  statusEvent,
  AUTHOR,
} from '../__testUtils__/events';
import { readPayload, source } from '../__testUtils__/readAll';

const instant = (time: string) => `2026-03-02T${time}:00.123Z`;

/** The fields of the one record that an event tells of. */
function fieldsOf(event: Event): Record<string, any> {
  const [{ record }, ...others] = readPayload(event) ?? [];
  expect(others).toEqual([]);
  return record;
}

describe('a request', () => {
  it('is a change, of which shortened commits are not kept', () => {
    const [{ record, occurredAt, subjects }] = readPayload(requestEvent())!;
    expect(record).toMatchObject({
      kind: 'change',
      source: 'bitbucket',
      repo: 'Acme/shop',
      number: 7,
      url: 'https://bitbucket.org/acme/shop/pull-requests/7',
      title: 'Add a cart',
      author: 'hash-of-712020:ann',
      draft: false,
      openedAt: instant('08:00'),
      reviewers: ['hash-of-712020:ben'],
      targetBranch: 'main',
      headSha: undefined,
      mergedAt: undefined,
      closedAt: undefined,
    });
    expect(occurredAt).toBe(instant('08:00'));
    expect(subjects).toEqual([
      { annotation: 'bitbucket.org/project-slug', value: 'Acme/shop' },
    ]);
  });

  it.each<[string, Event, Record<string, unknown>]>([
    [
      'merged',
      requestEvent({
        state: 'MERGED',
        updated_on: at('12:00'),
        merge_commit: { hash: sha('d') },
      }),
      { mergedAt: instant('12:00'), mergeSha: sha('d') },
    ],
    [
      'declined',
      requestEvent({ state: 'DECLINED', updated_on: at('12:00') }),
      { closedAt: instant('12:00'), mergedAt: undefined },
    ],
    [
      'commented on after its end',
      requestEvent(
        { state: 'MERGED', updated_on: at('15:00') },
        { comment: { created_on: at('15:00'), user: REVIEWER } },
      ),
      {
        mergedAt: undefined,
        reviews: [{ by: 'hash-of-712020:ben', at: instant('15:00') }],
        firstReviewAt: instant('15:00'),
      },
    ],
    [
      'approved',
      decisionEvent('approval', '10:00'),
      {
        reviews: [{ by: 'hash-of-712020:ben', at: instant('10:00') }],
        firstReviewAt: instant('10:00'),
        approvedAt: instant('10:00'),
        approvers: ['hash-of-712020:ben'],
      },
    ],
    [
      'found wanting',
      decisionEvent('changes_request', '10:00'),
      { firstReviewAt: instant('10:00'), approvedAt: undefined },
    ],
    [
      'no longer approved',
      decisionEvent('approval', '10:00', { state: null }),
      { firstReviewAt: undefined, approvedAt: undefined },
    ],
    [
      'approved by its author',
      decisionEvent('approval', '10:00', { user: AUTHOR }),
      { firstReviewAt: undefined, approvedAt: undefined },
    ],
    [
      'approved, its author being untold',
      {
        ...decisionEvent('approval', '10:00'),
        pullrequest: {
          ...decisionEvent('approval', '10:00').pullrequest,
          author: null,
        },
      },
      { firstReviewAt: undefined, approvedAt: undefined },
    ],
    [
      'commented on by an account that is gone',
      requestEvent({}, { comment: { created_on: at('10:00'), user: null } }),
      { firstReviewAt: undefined, firstBotReviewAt: undefined },
    ],
    [
      'approved by a program',
      decisionEvent('approval', '10:00', { user: BOT }),
      {
        firstBotReviewAt: instant('10:00'),
        reviews: undefined,
        approvedAt: undefined,
      },
    ],
    ['of a program', requestEvent({ author: BOT }), { authorApp: 'checker' }],
    [
      'without what Bitbucket may leave out',
      requestEvent({
        author: null,
        reviewers: undefined,
        participants: undefined,
        source: undefined,
        destination: undefined,
        links: undefined,
      }),
      { author: undefined, reviewers: undefined, openedAt: instant('08:00') },
    ],
  ])('that is %s says so', (_, event, expected) => {
    const fields = fieldsOf(event);
    expect(
      Object.fromEntries(Object.keys(expected).map(key => [key, fields[key]])),
    ).toEqual(expected);
  });

  it.each<[string, Event, string]>([
    ['pullrequest.id', requestEvent({ id: 'seven' }), 'pullrequest.id'],
    ['a time', requestEvent({ created_on: 'soon' }), 'pullrequest.created_on'],
    [
      'its repository',
      { ...requestEvent(), repository: {} },
      'repository.full_name',
    ],
  ])('with a wrong %s is refused by its path', (_, event, path) => {
    expect(() => readPayload(event)).toThrow(InputError);
    expect(() => readPayload(event)).toThrow(path);
  });
});

describe('a push', () => {
  it('tells who helped', () => {
    const message = 'Fix\n\nAssisted-by: Cursor\n';
    expect(fieldsOf(pushEvent([pushed('b', '09:00', message)]))).toMatchObject({
      trailers: [{ name: 'Assisted-by', value: 'Cursor' }],
    });
  });

  it('to the main branch is a change for each commit', () => {
    const told = readPayload(
      pushEvent([pushed('b', '09:00', 'Fix\n'), pushed('a', '08:30', 'Add\n')]),
    )!;
    expect(told.map(({ record }) => record)).toMatchObject([
      { sha: sha('b'), title: 'Fix', mergedAt: instant('09:00') },
      { sha: sha('a'), title: 'Add', mergedAt: instant('09:00') },
    ]);
  });

  it.each([
    'Merged in cart (pull request #7)\n\nAdd a cart',
    'Add a cart (pull request #7)',
  ])(
    'of %j names the request, and stands for all that came with it',
    message => {
      const fields = fieldsOf(
        pushEvent([
          pushed('d', '12:00', message),
          pushed('c', '08:30', 'Add\n'),
        ]),
      );
      expect(fields).toMatchObject({
        sha: sha('d'),
        namedNumber: 7,
        commits: [{ sha: sha('d') }, { sha: sha('c') }],
      });
      expect(fields.author).toBeUndefined();
    },
  );

  it.each<[string, Event]>([
    ['another branch', pushEvent([pushed('a', '08:00', 'Add')], 'cart')],
    [
      'no branch any more',
      { repository: REPOSITORY, push: { changes: [{ new: null }] } },
    ],
  ])('to %s tells nothing', (_, event) => {
    expect(readPayload(event)).toEqual([]);
  });

  it('goes by the main branch where it is told', () => {
    const event = {
      ...pushEvent([pushed('a', '08:00', 'Add')], 'trunk'),
      repository: { ...REPOSITORY, mainbranch: { name: 'trunk' } },
    };
    expect(readPayload(event)).toHaveLength(1);
  });
});

describe('a status of a commit', () => {
  it.each([
    ['INPROGRESS', { state: 'in_progress', at: instant('08:10') }, undefined],
    [
      'SUCCESSFUL',
      { state: 'completed', outcome: 'success', at: instant('08:20') },
      instant('08:20'),
    ],
    [
      'FAILED',
      { state: 'completed', outcome: 'failure', at: instant('08:20') },
      instant('08:20'),
    ],
    [
      'STOPPED',
      { state: 'completed', outcome: 'cancelled', at: instant('08:20') },
      instant('08:20'),
    ],
    [
      'NEW_WORD',
      { state: 'completed', outcome: 'unknown', at: instant('08:20') },
      instant('08:20'),
    ],
  ])('%s is a run', (state, status, finishedAt) => {
    expect(
      fieldsOf(statusEvent({ state, updated_on: at('08:20') })),
    ).toMatchObject({
      kind: 'run',
      runId: `${sha('c')}/jenkins`,
      workflow: 'Jenkins',
      headSha: sha('c'),
      branch: 'cart',
      createdAt: instant('08:10'),
      finishedAt,
      status,
    });
  });

  it.each([
    'https://bitbucket.org/acme/shop/pipelines/results/12',
    'https://bitbucket.org/acme/shop/addon/pipelines/home#!/results/12',
  ])('of %s is the run that a pull knows by its number', url => {
    expect(fieldsOf(statusEvent({ url }))).toMatchObject({ runId: '12' });
  });

  it('names its commit by a link, or tells nothing', () => {
    const href = `https://api.bitbucket.org/2.0/repositories/acme/shop/commit/${sha(
      'e',
    )}`;
    const event = { commit: undefined, links: { commit: { href } } };
    expect(fieldsOf(statusEvent(event)).headSha).toBe(sha('e'));
    expect(readPayload(statusEvent({ commit: { hash: 'abc' } }))).toEqual([]);
  });
});

describe('what only a pull tells', () => {
  it('names nobody for a pipeline that a clock started', () => {
    const fields = fieldsOf({
      repository: REPOSITORY,
      pipeline: {
        build_number: 12,
        state: { name: 'PENDING' },
        created_on: at('08:00'),
        trigger: { name: 'SCHEDULE' },
        creator: REVIEWER,
      },
    });
    expect(fields).toMatchObject({ event: 'schedule', startedBy: undefined });
  });

  it.each([
    ['PENDING', {}, { state: 'queued' }],
    ['IN_PROGRESS', { stage: { name: 'RUNNING' } }, { state: 'in_progress' }],
    ['IN_PROGRESS', { stage: { name: 'PAUSED' } }, { state: 'waiting' }],
    ['COMPLETED', { result: { name: 'SUCCESSFUL' } }, { outcome: 'success' }],
    ['COMPLETED', { result: { name: 'ERROR' } }, { outcome: 'failure' }],
    ['COMPLETED', { result: { name: 'STOPPED' } }, { outcome: 'cancelled' }],
    ['COMPLETED', { result: { name: 'EXPIRED' } }, { outcome: 'timedOut' }],
  ])('reads a pipeline that is %s %j', (name, more, status) => {
    const fields = fieldsOf({
      repository: { ...REPOSITORY, mainbranch: { name: 'main' } },
      pipeline: {
        build_number: 12,
        state: { name, ...more },
        created_on: at('08:00'),
        completed_on: at('08:09'),
        trigger: { name: 'PUSH' },
        creator: REVIEWER,
        target: {
          ref_type: 'branch',
          ref_name: 'main',
          commit: { hash: sha('c') },
          selector: { type: 'branches', pattern: 'main' },
        },
      },
    });
    expect(fields).toMatchObject({
      kind: 'run',
      runId: '12',
      startedBy: 'hash-of-712020:ben',
      workflow: 'branches: main',
      event: 'push',
      headSha: sha('c'),
      onDefaultBranch: true,
      status,
    });
  });

  it.each([
    ['SUCCESSFUL', 'success'],
    ['FAILED', 'failure'],
    ['STOPPED', 'cancelled'],
    ['NEW_WORD', 'unknown'],
  ])('reads a deployment that is %s', (status, state) => {
    expect(fieldsOf(deploymentEvent('d1', 'd', '13:00', status))).toMatchObject(
      {
        kind: 'deployment',
        externalId: '{d1}',
        environment: 'Live',
        tier: 'production',
        sha: sha('d'),
        statuses: [
          { state: 'in_progress', at: instant('13:00') },
          { state, at: instant('13:00') },
        ],
      },
    );
  });
});

describe('the source', () => {
  it.each([
    ['repo:fork', []],
    ['issue:created', []],
    ['pullrequest:comment_deleted', []],
    ['repo:unheard_of', undefined],
  ])('knows of %s that it tells %j', (key, told) => {
    expect(
      readPayload({ repository: REPOSITORY }, { 'x-event-key': key }),
    ).toEqual(told);
  });

  it('follows a repository by its id, and to a new name', () => {
    expect(source.repositoryOf!(requestEvent())).toEqual({
      id: REPOSITORY.uuid,
      name: 'Acme/shop',
    });
    const renamed = {
      repository: REPOSITORY,
      changes: { full_name: { old: 'Acme/store', new: 'Acme/shop' } },
    };
    expect(source.repositoryOf!(renamed)).toMatchObject({
      formerNames: ['Acme/store'],
    });
    expect(source.repositoryOf!({ repository: 'none' })).toBeUndefined();
  });
});
