import { InputError } from '@backstage/errors';
import {
  at,
  AUTHOR,
  built,
  commented,
  completed,
  Event,
  opened,
  pushed,
  ran,
  released,
  requestEvent,
  SERVICE,
  sha,
  staged,
  voted,
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
  it('is a change, pushed when it is opened', () => {
    const [{ record, occurredAt, subjects }] = readPayload(opened())!;
    expect(record).toMatchObject({
      kind: 'change',
      source: 'azure-devops',
      repo: 'Acme Web/Shop',
      number: 42,
      url: 'https://dev.azure.com/acme/Acme%20Web/_git/Shop/pullrequest/42',
      title: 'Add a cart',
      author: 'hash-of-ann@acme.example',
      draft: false,
      openedAt: instant('08:00'),
      headSha: sha('c'),
      targetBranch: 'main',
      pushes: [{ sha: sha('c'), at: instant('08:00') }],
    });
    expect(occurredAt).toBe(instant('08:00'));
    expect(subjects).toEqual([
      { annotation: 'dev.azure.com/project-repo', value: 'Acme Web/Shop' },
    ]);
  });

  it.each<[string, Event, Record<string, unknown>]>([
    [
      'of which a merge was only tried',
      requestEvent('09:00', {}, { eventType: 'git.pullrequest.merged' }),
      { mergedAt: undefined, mergeSha: undefined, pushes: undefined },
    ],
    [
      'completed',
      completed('12:00'),
      { mergedAt: instant('12:00'), mergeSha: sha('d') },
    ],
    [
      'abandoned',
      requestEvent('12:00', { status: 'abandoned', closedDate: at('12:00') }),
      { closedAt: instant('12:00'), mergedAt: undefined },
    ],
    [
      'pushed to',
      requestEvent(
        '09:00',
        {},
        {
          message: { text: 'Ann updated the source branch of pull request 42' },
        },
      ),
      { pushes: [{ sha: sha('c'), at: instant('09:00') }] },
    ],
    [
      'the revert of another',
      requestEvent('09:00', { description: 'Reverts !41' }),
      { revertOf: ['change:azure-devops:Acme Web/Shop:41'] },
    ],
    [
      'approved',
      voted('10:00', 10),
      {
        reviews: [{ by: 'hash-of-ben@acme.example', at: instant('10:00') }],
        firstReviewAt: instant('10:00'),
        approvedAt: instant('10:00'),
        approvers: ['hash-of-ben@acme.example'],
      },
    ],
    [
      'approved with suggestions',
      voted('10:00', 5),
      { approvedAt: instant('10:00') },
    ],
    [
      'told to wait',
      voted('10:00', -5),
      { firstReviewAt: instant('10:00'), approvedAt: undefined },
    ],
    [
      'rejected',
      voted('10:00', -10),
      {
        reviews: [{ by: 'hash-of-ben@acme.example', at: instant('10:00') }],
        firstReviewAt: instant('10:00'),
        approvedAt: undefined,
      },
    ],
    [
      'not voted on',
      voted('10:00', 0),
      { firstReviewAt: undefined, reviewers: ['hash-of-ben@acme.example'] },
    ],
    [
      'approved by its author',
      voted('10:00', 10, AUTHOR),
      { firstReviewAt: undefined, approvedAt: undefined },
    ],
    [
      'approved by an account without an id',
      voted('10:00', 10, { uniqueName: 'ben@acme.example' }),
      { firstReviewAt: undefined, approvedAt: undefined },
    ],
    [
      'approved, its author being untold',
      requestEvent('10:00', {
        createdBy: undefined,
        reviewers: [
          { id: 'id-of-ben', uniqueName: 'ben@acme.example', vote: 10 },
        ],
      }),
      { firstReviewAt: undefined, approvedAt: undefined },
    ],
    [
      'approved by a group, which follows from a vote of its members',
      voted('10:00', 10, {
        id: 'g',
        uniqueName: 'vstfs:///g',
        isContainer: true,
      }),
      { approvedAt: undefined, reviewers: undefined },
    ],
    [
      'approved by a service',
      voted('10:00', 10, SERVICE),
      {
        firstBotReviewAt: instant('10:00'),
        reviews: undefined,
        approvedAt: undefined,
      },
    ],
  ])('that is %s says so', (_, event, expected) => {
    const fields = fieldsOf(event);
    expect(
      Object.fromEntries(Object.keys(expected).map(key => [key, fields[key]])),
    ).toEqual(expected);
  });

  it('is reviewed by the comment of another', () => {
    expect(fieldsOf(commented('09:30'))).toMatchObject({
      number: 42,
      reviews: [{ by: 'hash-of-ben@acme.example', at: instant('09:30') }],
      firstReviewAt: instant('09:30'),
    });
  });

  it.each<[string, Event]>([
    ['its author', { author: AUTHOR }],
    [
      'an account without an id',
      { author: { uniqueName: 'ben@acme.example' } },
    ],
    ['Azure DevOps itself', { commentType: 'system' }],
    ['somebody who took it back', { isDeleted: true }],
  ])('is not reviewed by a comment of %s', (_, comment) => {
    expect(readPayload(commented('09:30', comment))).toEqual([]);
  });

  it.each<[Event, string]>([
    [requestEvent('08:00', { pullRequestId: 'x' }), 'resource.pullRequestId'],
    [requestEvent('08:00', { creationDate: 'x' }), 'resource.creationDate'],
    [requestEvent('08:00', { repository: {} }), 'resource.repository.name'],
  ])('that is malformed is refused by its path', (event, path) => {
    expect(() => readPayload(event)).toThrow(InputError);
    expect(() => readPayload(event)).toThrow(path);
  });
});

describe('a push', () => {
  const commit = (letter: string, comment: string) => ({
    commitId: sha(letter),
    comment,
    author: { date: at('07:30') },
  });

  it('to the default branch is a change for each commit', () => {
    const told = readPayload(
      pushed('09:00', [commit('b', 'Fix'), commit('a', 'Add')]),
    )!;
    expect(told.map(({ record }) => record)).toMatchObject([
      { sha: sha('b'), title: 'Fix', mergedAt: instant('09:00') },
      { sha: sha('a'), title: 'Add', mergedAt: instant('09:00') },
    ]);
  });

  it('of a request names it, and stands for all that came with it', () => {
    expect(
      fieldsOf(
        pushed('12:00', [
          commit('d', 'Merged PR 42: Add a cart'),
          commit('c', 'Add'),
        ]),
      ),
    ).toMatchObject({
      sha: sha('d'),
      namedNumber: 42,
      commits: [{ sha: sha('d') }, { sha: sha('c') }],
    });
  });

  it('tells who helped', () => {
    expect(
      fieldsOf(pushed('09:00', [commit('b', 'Fix\n\nAssisted-by: Cursor')])),
    ).toMatchObject({ trailers: [{ name: 'Assisted-by', value: 'Cursor' }] });
  });

  it('to another branch tells nothing', () => {
    expect(readPayload(pushed('09:00', [commit('a', 'Add')], 'cart'))).toEqual(
      [],
    );
  });
});

describe('a run', () => {
  it.each([
    ['succeeded', 'success'],
    ['partiallySucceeded', 'failure'],
    ['failed', 'failure'],
    ['canceled', 'cancelled'],
    ['newWord', 'unknown'],
  ])('is a build that %s', (result, outcome) => {
    expect(fieldsOf(built({ result }))).toMatchObject({
      kind: 'run',
      repo: 'Acme Web/Shop',
      runId: '11',
      workflow: 'Shop CI',
      headSha: sha('c'),
      branch: 'cart',
      createdAt: instant('08:01'),
      startedAt: instant('08:02'),
      finishedAt: instant('08:12'),
      status: { state: 'completed', outcome, at: instant('08:12') },
    });
  });

  it.each([
    [AUTHOR, 'hash-of-ann@acme.example'],
    [SERVICE, undefined],
    [null, undefined],
  ])('that was requested for %j is started by %s', (requestedFor, expected) => {
    expect(fieldsOf(built({ requestedFor })).startedBy).toBe(expected);
    const scheduled = built({ requestedFor, reason: 'schedule' });
    expect(fieldsOf(scheduled).startedBy).toBe(undefined);
  });

  it('is nothing without the name of its repository', () => {
    expect(readPayload(built({ repository: undefined }))).toEqual([]);
    expect(readPayload(ran('12:01', {}, { repositories: [] }))).toEqual([]);
  });

  it('is told as it begins and ends, and by the number in its URL where there is no other', () => {
    expect(fieldsOf(ran('12:01'))).toMatchObject({
      runId: '12',
      repo: 'Acme Web/Shop',
      headSha: sha('d'),
      status: { state: 'in_progress', at: instant('12:01') },
    });
    const end = {
      id: undefined,
      state: 'completed',
      result: 'succeeded',
      finishedDate: at('12:20'),
    };
    expect(fieldsOf(ran('12:21', end))).toMatchObject({
      runId: '12',
      finishedAt: instant('12:20'),
      status: { outcome: 'success' },
    });
  });
});

describe('a deployment', () => {
  it.each([
    [{ state: 'notStarted' }, 'queued'],
    [{ state: 'waiting' }, 'waiting'],
    [{ state: 'running' }, 'in_progress'],
    [{ state: 'completed', result: 'succeeded' }, 'success'],
    [{ state: 'completed', result: 'failed' }, 'failure'],
    [{ state: 'completed', result: 'rejected' }, 'failure'],
    [{ state: 'completed', result: 'canceled' }, 'cancelled'],
    [{ state: 'completed', result: 'skipped' }, 'cancelled'],
    [{ state: 'completed', result: 'newWord' }, 'unknown'],
  ])('is a stage that is %j', (stage, state) => {
    expect(fieldsOf(staged('12:30', stage))).toMatchObject({
      kind: 'deployment',
      externalId: '12/Production',
      environment: 'Production',
      runId: '12',
      sha: sha('d'),
      statuses: [{ state, at: instant('12:30') }],
    });
  });

  it.each(['__default', 'Build', 'CI', 'Lint and scan'])(
    'is not a stage %s',
    name => {
      expect(readPayload(staged('12:30', { name, state: 'running' }))).toEqual(
        [],
      );
    },
  );

  it('is that of a release, of which the primary artifact names the repository', () => {
    expect(fieldsOf(released())).toMatchObject({
      repo: 'Acme Web/Shop',
      externalId: 'release/3/8',
      environment: 'Production',
      sha: sha('d'),
      statuses: [{ state: 'success', at: instant('13:00') }],
    });
    const start = { eventType: 'ms.vss-release.deployment-started-event' };
    expect(fieldsOf(released({ status: 'queued' }, start))).toMatchObject({
      externalId: 'release/3/8',
      statuses: [{ state: 'in_progress' }],
    });
  });
});

describe('the source', () => {
  it.each([
    ['workitem.created', []],
    ['ms.vss-release.release-created-event', []],
    ['unheard.of', undefined],
  ])('knows of %s that it tells %j', (eventType, told) => {
    expect(readPayload({ eventType })).toEqual(told);
  });

  it('follows a repository by its id', () => {
    const named = {
      id: opened().resource.repository.id,
      name: 'Acme Web/Shop',
    };
    expect(source.repositoryOf!(opened())).toEqual(named);
    expect(source.repositoryOf!(commented('09:00'))).toEqual(named);
    expect(source.repositoryOf!(built())).toBeUndefined();
  });
});
