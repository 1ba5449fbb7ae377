import {
  at,
  change,
  DAY,
  deploy,
  history,
  HOUR,
  leftOut,
  measured,
  record,
} from '../__testUtils__/records';
import { DeliveryRecord } from '../records';
import { waitLedger } from '../waits';
import { InsufficientReason } from './reasons';

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

  it.each<[string, Parameters<typeof change>[2], number, object | undefined]>([
    [
      'the opening, if the commits were written anew after it',
      { firstCommitAt: at('02 11:00'), openedAt: at('02 08:00') },
      10,
      { fromOpening: 1 },
    ],
    [
      'the first push, if nothing earlier is told',
      {
        firstCommitAt: at('02 11:00'),
        openedAt: at('02 10:00'),
        pushes: [{ sha: 'h1', at: at('02 09:00') }],
      },
      9,
      { fromFirstPush: 1 },
    ],
    [
      'the opening, if the head was pushed with it',
      {
        firstCommitAt: undefined,
        openedAt: at('02 10:00'),
        pushes: [{ sha: 'h1', at: at('02 10:00') }],
      },
      8,
      { fromOpening: 1 },
    ],
    [
      'the first commit, if it was opened with that',
      { firstCommitAt: at('02 10:00'), openedAt: at('02 10:00') },
      8,
      undefined,
    ],
    [
      'the push of a commit whose author does not say when',
      {
        number: undefined,
        sha: 'm1',
        firstCommitAt: undefined,
        openedAt: undefined,
      },
      6,
      { fromFirstPush: 1 },
    ],
  ])('begins with %s', (_name, fields, hours, parts) => {
    const records = [
      seeded,
      seed,
      change(1, '02 12:00', fields),
      deploy('1', 'm1', '02 18:00'),
    ];
    const result = measured('leadTime', records);
    expect(result).toMatchObject({ n: 1, value: hours * HOUR });
    expect(result.parts).toEqual(parts);
    const [{ from, to }] = waitLedger(history(records)).filter(
      ({ open, to: end }) => !open && end === Date.parse(at('02 18:00')),
    );
    expect(to - from).toBe(result.value);
  });

  it.each(['first-push', 'opened', 'merged'] as const)(
    'says nothing of what it begins with, where %s is chosen',
    leadTimeStart => {
      const { parts } = measured(
        'leadTime',
        [
          seeded,
          seed,
          change(1, '02 12:00', {
            pushes: [{ sha: 'h1', at: at('02 10:00') }],
          }),
          deploy('1', 'm1', '02 18:00'),
        ],
        { leadTimeStart },
      );
      expect(parts).toBeUndefined();
    },
  );

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

  describe('of what a number names', () => {
    const squashed = change(1, '02 12:00', {
      mergeSha: undefined,
      headSha: undefined,
    });
    const range = (fields: object, source = 'github') =>
      deploy('1', 'z', '02 13:00', {
        source,
        ranges: [{ base: 'm0', commits: [{ sha: 'z', ...fields }] }],
      });
    const pushed = (fields: object = {}) =>
      change(0, '02 12:00', {
        number: undefined,
        sha: 'z',
        mergeSha: undefined,
        headSha: undefined,
        firstCommitAt: at('02 11:00'),
        namedNumber: 1,
        ...fields,
      });

    it('finds a squashed change by the number that a commit of the range names', () => {
      const result = measured('leadTime', [
        seed,
        squashed,
        range({ changeNumber: 1 }),
      ]);
      expect(result).toMatchObject({ n: 1, value: HOUR });
    });

    it.each([
      ['the subject of a commit', range({ subject: 'Add tax (#1)' })],
      ['another host', range({ changeNumber: 1 }, 'gitlab')],
      ['another request', range({ changeNumber: 2 })],
    ])('takes no change for it that is named by %s', (_name, deployment) => {
      const result = measured('leadTime', [seed, squashed, deployment]);
      expect(leftOut(result)).toEqual(['1: not-delivered']);
    });

    it('counts a pushed commit by itself if it names an issue', () => {
      const records = [seed, pushed(), deploy('1', 'z', '02 13:00')];
      expect(measured('leadTime', records)).toMatchObject({
        n: 1,
        value: 2 * HOUR,
        excluded: [],
      });
    });

    it.each<[string, object]>([
      ['open', { mergedAt: undefined }],
      ['of another host', { source: 'gitlab' }],
      ['of another repository', { repo: 'acme/web' }],
      ['of another number', { number: 2 }],
    ])('counts it by itself if the request is %s', (_name, fields) => {
      const records = [
        seed,
        pushed(),
        change(1, '02 10:00', { mergeSha: 'y', ...fields }),
        deploy('1', 'z', '02 13:00'),
      ];
      expect(
        measured('leadTime', records).evidence.filter(k => k.endsWith(':z')),
      ).toHaveLength(1);
    });

    it('counts it as a part of the request that is known to be merged', () => {
      const records = [
        seed,
        pushed(),
        squashed,
        deploy('1', 'z', '02 13:00', {
          ranges: [{ base: 'm0', commits: [{ sha: 'z' }] }],
        }),
      ];
      const result = measured('leadTime', records);
      expect(result).toMatchObject({ n: 1, value: HOUR });
      expect(leftOut(result)).toEqual(['z: part-of-another-change']);
      expect(measured('leadTime', [...records].reverse()).n).toBe(1);
    });

    it('finds what was merged up to a pushed commit that names an older request', () => {
      const result = measured('leadTime', [
        seed,
        squashed,
        change(2, '02 14:00'),
        pushed({ mergedAt: at('02 15:00') }),
        deploy('1', 'z', '02 16:00'),
      ]);
      expect(result.n).toBe(2);
    });

    it('finds the request that a revert of its pushed commit reverts', () => {
      const result = measured('changeFailRate', [
        seed,
        pushed(),
        squashed,
        deploy('1', 'z', '02 13:00', {
          ranges: [{ base: 'm0', commits: [{ sha: 'z' }] }],
        }),
        change(2, '02 20:00', { revertOf: ['z'] }),
        deploy('2', 'm2', '02 21:00'),
      ]);
      expect(result.parts).toEqual({ confirmed: 1 });
    });
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

  it('takes a commit of two changes for that of one of them, whatever the order of records', () => {
    const x = [{ sha: 'x' }];
    const records = [
      seed,
      change(1, '02 12:00', { commits: x }),
      change(2, '02 12:10', { commits: x, targetBranch: 'next' }),
      change(3, '02 12:30', { cherryPickOf: ['x'] }),
      deploy('1', 'm1', '02 13:00', { ranges: [{ base: 'm0', commits: [] }] }),
      deploy('2', 'm3', '02 20:00', { ranges: [{ base: 'm1', commits: [] }] }),
    ];
    for (const ordered of [records, [...records].reverse()]) {
      expect(leftOut(measured('leadTime', ordered))).toEqual([
        '2: not-delivered',
        '3: cherry-pick',
      ]);
    }
  });

  it('may be nothing at all, but not unknown', () => {
    const records = [
      seed,
      change(1, '02 12:00'),
      deploy('1', 'm1', '02 12:00'),
    ];
    expect(measured('leadTime', records)).toMatchObject({ n: 1, value: 0 });
    const result = measured('leadTime', records, {
      leadTimeStart: 'first-push',
    });
    expect(result).toMatchObject({ n: 0, reason: 'none-counted' });
    expect(leftOut(result)).toEqual(['1: no-start']);
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

  it.each<[string, DeliveryRecord[], InsufficientReason]>([
    ['nothing was deployed', [change(1, '02 12:00')], 'no-deployments'],
    [
      'nothing was deployed to production',
      [
        change(1, '02 12:00'),
        deploy('1', 'm1', '02 13:00', { environment: 'qa' }),
      ],
      'no-production-environment',
    ],
    ['nothing was merged', [seed, deploy('1', 'x', '02 13:00')], 'no-changes'],
    [
      'what was merged after the first deployment waits for the next',
      [seeded, seed, change(1, '02 12:00')],
      'only-first-deployment',
    ],
    [
      'the first version is deployed again and elsewhere',
      [
        seeded,
        seed,
        deploy('1', 'm0', '02 13:00'),
        deploy('2', 'm0', '02 15:00', { environment: 'prod-us' }),
      ],
      'only-first-deployment',
    ],
    [
      'each of two services was deployed once',
      [
        seeded,
        seed,
        deploy('1', 'm0', '02 13:00', { entities: ['component:default/web'] }),
      ],
      'only-first-deployment',
    ],
    [
      'all that was deployed failed',
      [
        change(1, '02 12:00'),
        deploy('1', 'm1', '02 13:00', { state: 'failure' }),
      ],
      'none-delivered',
    ],
    [
      'all that was merged came with the first deployment',
      [seeded, seed, deploy('1', 'x', '02 13:00')],
      'none-delivered',
    ],
    [
      'later deployments bring nobody knows what',
      [seed, change(1, '02 12:00'), deploy('1', 'x', '02 13:00')],
      'none-delivered',
    ],
    [
      'all that was delivered is the work of bots',
      [
        seed,
        change(1, '02 12:00', { authorApp: 'dependabot[bot]' }),
        deploy('1', 'm1', '02 13:00'),
      ],
      'none-counted',
    ],
  ])('says why there is none if %s', (_name, records, reason) => {
    expect(measured('leadTime', records)).toMatchObject({ n: 0, reason });
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

  it('lists dependency bots and times below zero instead of counting them', () => {
    const records = [
      seed,
      change(1, '02 12:00', { authorApp: 'dependabot[bot]' }),
      change(2, '02 12:10', {
        firstCommitAt: at('04 00:00'),
        openedAt: undefined,
      }),
      deploy('1', 'm2', '02 13:00'),
    ];
    expect(leftOut(measured('leadTime', records))).toEqual([
      '1: dependency-bot',
      '2: negative',
    ]);
    const ofBots = measured('leadTime', records, { origin: 'dependency-bot' });
    expect(ofBots).toMatchObject({ n: 1, value: HOUR });
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

  describe('of an artifact that contains changes', () => {
    const artifact = 'pkg:oci/shop@sha256%3Aabc';
    const contains = (number: number) =>
      record({
        kind: 'link',
        source: 'cdevents',
        type: 'contains',
        from: artifact,
        to: `change:github:acme/shop:${number}`,
      });
    const records = (fields: object) => [
      seed,
      change(1, '02 12:00'),
      change(2, '02 11:00'),
      change(3, '02 12:30'),
      contains(1),
      contains(2),
      deploy('1', 'm1', '02 13:00', { artifact, ...fields }),
    ];
    const delivered = (fields: object) =>
      measured('leadTime', records(fields))
        .evidence.filter(key => key.startsWith('change'))
        .map(key => key.split(':').at(-1))
        .sort();

    it('is that of the one merged last', () => {
      expect(delivered({ sha: undefined })).toEqual(['1', '2']);
    });

    it('is that of the commit, if the source names one', () => {
      expect(delivered({ sha: 'm2' })).toEqual(['2']);
    });

    it('is found though who deploys it names another repository', () => {
      expect(delivered({ sha: undefined, repo: 'pkg:oci/shop' })).toEqual([
        '1',
        '2',
      ]);
    });
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
