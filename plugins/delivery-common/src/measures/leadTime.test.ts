import {
  at,
  change,
  DAY,
  deploy,
  HOUR,
  leftOut,
  measured,
  record,
} from '../__testUtils__/records';

/** The boundary: from here on what is deployed is known. */
const seed = deploy('0', 'm0', '01 00:00');
const seeded = change(0, '01 00:00');

describe('change lead time', () => {
  it('runs from the first commit to the finish of the deployment that contains the merge', () => {
    const result = measured('leadTime', [
      seeded,
      seed,
      change(1, '02 12:00', { firstCommitAt: at('02 08:00') }),
      deploy('1', 'm1', '02 18:00'),
    ]);
    expect(result).toMatchObject({
      state: 'ok',
      value: 10 * HOUR,
      n: 1,
      percentiles: { p50: 10 * HOUR, p75: 10 * HOUR, p90: 10 * HOUR },
      evidence: ['change:github:acme/shop:1', 'deployment:github:acme/shop:1'],
    });
  });

  it.each([
    ['first-commit', 10],
    ['first-push', 9],
    ['opened', 8],
    ['merged', 6],
  ] as const)('can start at %s', (leadTimeStart, hours) => {
    const records = [
      seeded,
      seed,
      change(1, '02 12:00', {
        commits: [{ sha: 'a', authoredAt: at('02 08:00') }],
        pushes: [
          { sha: 'a', at: at('02 09:00') },
          { sha: 'h1', at: at('02 11:00') },
        ],
        openedAt: at('02 10:00'),
      }),
      deploy('1', 'm1', '02 18:00'),
    ];
    expect(measured('leadTime', records, { leadTimeStart }).value).toBe(
      hours * HOUR,
    );
  });

  it('counts from the opening, and says so, where no source tells the commits', () => {
    const result = measured('leadTime', [
      seeded,
      seed,
      change(1, '02 12:00', {
        openedAt: at('02 10:00'),
        firstCommitAt: undefined,
      }),
      deploy('1', 'm1', '02 18:00'),
    ]);
    expect(result).toMatchObject({
      value: 8 * HOUR,
      parts: { fromOpening: 1 },
    });
  });

  it('finds a squashed change whose head was deployed and whose merge commit is not in the range', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00'),
      deploy('1', 'h1', '02 13:00', {
        ranges: [{ base: 'm0', commits: [{ sha: 'h1' }] }],
      }),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
  });

  it('finds a squashed change by the number in the subject of a commit', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00', { mergeSha: undefined, headSha: undefined }),
      deploy('1', 'z', '02 13:00', {
        ranges: [
          { base: 'm0', commits: [{ sha: 'z', subject: 'Add tax (#1)' }] },
        ],
      }),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
  });

  it('takes the dates of a rebased change from its own commits', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00', {
        firstCommitAt: at('02 12:00'),
        commits: [
          { sha: 'old1', authoredAt: at('02 09:00') },
          { sha: 'old2', authoredAt: at('02 10:00') },
        ],
      }),
      deploy('1', 'm1', '02 13:00'),
    ]);
    expect(result.value).toBe(4 * HOUR);
  });

  it('finds a fast-forwarded change by any of its commits', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00', {
        mergeSha: undefined,
        headSha: undefined,
        commits: [{ sha: 'ff1', authoredAt: at('02 11:00') }],
      }),
      deploy('1', 'z', '02 13:00', {
        ranges: [{ base: 'm0', commits: [{ sha: 'ff1' }, { sha: 'z' }] }],
      }),
    ]);
    expect(result).toMatchObject({ n: 1, value: 2 * HOUR });
  });

  it('ignores the merge commit that an unmerged pull request carries', () => {
    const result = measured('leadTime', [
      seed,
      change(1, undefined, { mergeSha: 'm1', openedAt: at('02 10:00') }),
      deploy('1', 'm1', '02 13:00'),
    ]);
    expect(result.n).toBe(0);
    expect(leftOut(result)).toEqual(['1: not-merged']);
  });

  it('counts a direct push to the default branch as a change of its own', () => {
    const result = measured('leadTime', [
      seed,
      change(0, '02 12:00', {
        number: undefined,
        sha: 'd1',
        mergeSha: undefined,
        firstCommitAt: at('02 11:00'),
      }),
      deploy('1', 'd1', '02 13:00'),
    ]);
    expect(result).toMatchObject({ n: 1, value: 2 * HOUR });
  });

  it('leaves out pushed commits that only merge or that belong to a merged request', () => {
    const push = { number: undefined, mergeSha: undefined };
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00'),
      change(0, '02 12:00', { ...push, sha: 'm1' }),
      change(0, '02 12:30', { ...push, sha: 'join', mergeCommit: true }),
      deploy('1', 'join', '02 13:00'),
    ]);
    expect(result.n).toBe(1);
    expect(leftOut(result)).toEqual([
      'join: merge-commit',
      'm1: part-of-another-change',
    ]);
  });

  it('counts a backport and its origin once, by the first delivery', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00'),
      change(2, '02 12:30', { cherryPickOf: ['m1'] }),
      deploy('1', 'm1', '02 13:00'),
      deploy('2', 'm2', '02 20:00'),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
    expect(leftOut(result)).toEqual(['2: cherry-pick']);
  });

  it('keeps the first finish of a change through a rollback and going forward again', () => {
    const result = measured('leadTime', [
      seeded,
      seed,
      change(1, '02 12:00'),
      deploy('1', 'm1', '02 13:00'),
      deploy('2', 'm0', '02 14:00'),
      deploy('3', 'm1', '03 13:00'),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
  });

  it('gives the first deployment no lead times, since it collects years of old changes', () => {
    const result = measured('leadTime', [
      change(1, '02 12:00', { firstCommitAt: '2023-01-01T00:00:00.000Z' }),
      deploy('1', 'm1', '02 13:00'),
    ]);
    expect(result).toMatchObject({
      state: 'insufficient-data',
      reason: 'only-first-deployment',
    });
    expect(result.value).toBeUndefined();
    expect(leftOut(result)).toEqual(['1: seed-deployment']);
  });

  it('cuts a huge range after a gap in the history and says so', () => {
    const longAgo = '2025-12-01T00:00:00.000Z';
    const beforeGap = '2025-12-20T00:00:00.000Z';
    const result = measured('leadTime', [
      deploy('0', 'm0', '01 00:00', {
        createdAt: longAgo,
        statuses: [{ state: 'success', at: longAgo }],
      }),
      change(1, undefined, { mergedAt: beforeGap, firstCommitAt: beforeGap }),
      change(2, '14 00:00'),
      deploy('1', 'm2', '15 00:00'),
    ]);
    expect(result).toMatchObject({ n: 1, value: DAY });
    expect(leftOut(result)).toEqual(['1: history-gap']);
    expect(result.marks.map(({ kind }) => kind)).toEqual(['history-gap']);
  });

  it('marks a deployment of which nobody can say what it brought', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00'),
      deploy('1', 'unheard-of', '02 13:00'),
    ]);
    expect(leftOut(result)).toEqual(['1: not-delivered']);
    expect(result.marks.map(({ kind }) => kind)).toEqual([
      'unlocated-deployment',
    ]);
  });

  it('lists bots and times below zero instead of counting them', () => {
    const records = [
      seed,
      change(1, '02 12:00', { authorIsBot: true }),
      change(2, '02 12:10', { firstCommitAt: at('04 00:00') }),
      deploy('1', 'm2', '02 13:00'),
    ];
    expect(leftOut(measured('leadTime', records))).toEqual([
      '1: bot',
      '2: negative',
    ]);
    expect(measured('leadTime', records, { includeBots: true }).n).toBe(1);
  });

  it('leaves changes of another branch to their own deployments', () => {
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00', { targetBranch: 'release-1' }),
      change(2, '02 12:30', { targetBranch: 'main' }),
      deploy('1', 'm2', '02 13:00'),
    ]);
    expect(leftOut(result)).toEqual(['1: not-delivered']);
  });

  it('finds the change in an artifact that was deployed without a commit', () => {
    const artifact = 'pkg:oci/shop@sha256%3Aabc';
    const result = measured('leadTime', [
      seed,
      change(1, '02 12:00'),
      record({
        kind: 'link',
        source: 'cdevents',
        type: 'contains',
        from: artifact,
        to: 'change:github:acme/shop:1',
      }),
      deploy('1', 'm1', '02 13:00', { sha: undefined, artifact }),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
  });

  it('delivers a change of one component of a monorepo only with that component', () => {
    const checkout = { entities: ['component:default/checkout'] };
    const result = measured('leadTime', [
      seed,
      deploy('10', 'm0', '01 00:00', checkout),
      change(1, '02 12:00', checkout),
      deploy('1', 'm1', '02 13:00'),
      deploy('11', 'm1', '02 16:00', checkout),
    ]);
    expect(result).toMatchObject({ n: 1, value: 4 * HOUR });
  });
});
