import fc from 'fast-check';
import {
  at,
  change,
  DAY,
  deploy,
  history,
  HOUR,
  MARCH,
  NOW,
  record,
  run,
} from '../__testUtils__/records';
import { DEFAULT_CALENDAR } from '../calendar';
import { HistoryOptions } from '../history';
import { DeliveryRecord } from '../records';
import {
  formatDuration,
  ledgersOfOrigin,
  renderWaitSentence,
  summariseWaits,
  WaitKind,
  waitLedger,
  WAIT_KINDS,
} from '.';

const seed = deploy('0', 'm0', '01 00:00');

/** The ledger of change 1, as hours by kind in order. */
function ledgerOf(
  records: DeliveryRecord[],
  options: Partial<HistoryOptions> = {},
): [WaitKind, number][] {
  const [ledger] = waitLedger(history([seed, ...records], options)).filter(
    ({ change: { number } }) => number === 1,
  );
  return ledger.entries.map(({ kind, from, to }) => [kind, (to - from) / HOUR]);
}

const summary = (
  records: DeliveryRecord[],
  options: Partial<HistoryOptions> = {},
) =>
  summariseWaits(waitLedger(history([seed, ...records], options)), {
    window: MARCH,
    calendar: DEFAULT_CALENDAR,
    now: options.now ?? NOW,
  });

const reviewed = {
  firstCommitAt: at('02 00:00'),
  openedAt: at('02 04:00'),
  firstReviewAt: at('02 09:00'),
  approvedAt: at('02 11:00'),
};

describe('the wait ledger', () => {
  it('splits the time of a change from its first commit to production', () => {
    const records = [
      change(1, '02 12:00', reviewed),
      deploy('1', 'm1', '02 18:00'),
    ];
    expect(ledgerOf(records)).toEqual([
      ['coding', 4],
      ['reviewPickup', 5],
      ['rework', 2],
      ['deployWait', 7],
    ]);
  });

  it('gives a moment that several kinds hold to the first of them', () => {
    const records = [
      change(1, '02 12:00', {
        ...reviewed,
        mergeQueue: [{ from: at('02 11:00'), to: at('02 12:00') }],
      }),
      run('1', 'h1', { created: '02 03:00', finished: '02 05:00' }),
      run(
        '2',
        'm1',
        { created: '02 12:00', finished: '02 18:00' },
        { event: 'push' },
      ),
      record({
        kind: 'approval',
        source: 'github',
        approvalId: '2/production',
        repo: 'acme/shop',
        runId: '2',
        requestedAt: at('02 13:00'),
        decidedAt: at('02 17:00'),
      }),
      deploy('1', 'm1', '02 18:00', { runId: '2' }),
    ];
    expect(ledgerOf(records)).toEqual([
      ['coding', 3],
      ['ci', 2],
      ['reviewPickup', 4],
      ['rework', 2],
      ['mergeQueue', 1],
      ['deployWait', 1],
      ['approval', 4],
      ['deployWait', 1],
    ]);
  });

  const approvedAtOnce = {
    firstCommitAt: at('02 08:00'),
    openedAt: at('02 08:00'),
    firstReviewAt: at('02 09:00'),
    approvedAt: at('02 09:00'),
  };

  it('has no rework where the first review approves and nothing is pushed after it', () => {
    const records = [
      change(1, '02 10:00', {
        ...approvedAtOnce,
        pushes: [{ sha: 'h1', at: at('02 08:00') }],
      }),
      deploy('1', 'm1', '07 10:00'),
    ];
    expect(ledgerOf(records)).toEqual([
      ['reviewPickup', 1],
      ['deployWait', 121],
    ]);
  });

  it.each([
    [
      'a push after the approval of an open request',
      undefined,
      '02 10:30',
      1.5,
    ],
    ['a push with the merge', '02 10:30', '02 10:30', 1.5],
    ['a push after the merge', '02 10:30', '02 10:40', 1],
  ])(
    'ends rework with the last push before the merge: %s',
    (_, mergedAt, pushedAt, hours) => {
      const records = [
        change(1, mergedAt, {
          firstCommitAt: at('02 08:00'),
          openedAt: at('02 08:00'),
          firstReviewAt: at('02 09:00'),
          approvedAt: at('02 10:00'),
          pushes: [{ sha: 'h1', at: at(pushedAt) }],
        }),
      ];
      const rework = ledgerOf(records, { now: at('02 12:00') }).find(
        ([kind]) => kind === 'rework',
      );
      expect(rework).toEqual(['rework', hours]);
    },
  );

  it('does not wait for the approval of a deployment that is done', () => {
    const records = [
      change(1, '02 12:00', reviewed),
      record({
        kind: 'approval',
        source: 'github',
        approvalId: 'a',
        repo: 'acme/shop',
        deploymentId: '0',
        requestedAt: at('01 00:00'),
      }),
    ];
    expect(ledgerOf(records, { now: at('02 20:00') }).at(-1)).toEqual([
      'deployWait',
      9,
    ]);
  });

  it('takes an approval for a review where nothing else is told', () => {
    const records = [
      change(1, '02 10:00', { ...approvedAtOnce, firstReviewAt: undefined }),
      deploy('1', 'm1', '02 12:00'),
    ];
    expect(ledgerOf(records)).toEqual([
      ['reviewPickup', 1],
      ['deployWait', 3],
    ]);
  });

  it('lets a merged change wait for its deployment, and an approved one too', () => {
    for (const mergedAt of ['02 10:00', undefined]) {
      const records = [change(1, mergedAt, approvedAtOnce)];
      expect(ledgerOf(records, { now: at('03 00:00') })).toEqual([
        ['reviewPickup', 1],
        ['deployWait', 15],
      ]);
    }
  });

  it.each([
    ['the first review', { firstReviewAt: at('03 09:00') }],
    ['the approval', { approvedAt: at('03 09:00') }],
    [
      'leaving the queue',
      { mergeQueue: [{ from: at('02 08:00'), to: at('03 09:00') }] },
    ],
    ['leaving the queue at all', { mergeQueue: [{ from: at('02 08:00') }] }],
  ])('does not wait for %s after the merge', (_, fields) => {
    const opened = { firstCommitAt: at('02 08:00'), openedAt: at('02 08:00') };
    const records = [
      change(1, '02 09:00', { ...opened, ...fields }),
      deploy('1', 'm1', '04 09:00'),
    ];
    const [[, before], after] = ledgerOf(records);
    expect([before, after]).toEqual([1, ['deployWait', 48]]);
  });

  it('ends rework that nobody approved, and CI that runs on, with the merge', () => {
    const records = [
      change(1, '02 12:00', { ...reviewed, approvedAt: undefined }),
      run('1', 'h1', { created: '02 10:00', finished: '02 20:00' }),
    ];
    expect(ledgerOf(records, { now: at('03 00:00') })).toEqual([
      ['coding', 4],
      ['reviewPickup', 5],
      ['rework', 1],
      ['ci', 2],
      ['deployWait', 12],
    ]);
  });

  it.each([
    ['a person', { event: 'web' }],
    ['the default branch', { event: 'push', onDefaultBranch: true }],
    ['a tag', { event: 'push', onTag: true }],
  ])('does not wait for what runs on its commit for %s', (_, fields) => {
    const records = [
      change(1, '02 12:00', reviewed),
      run('1', 'h1', { created: '02 05:00', finished: '02 20:00' }, fields),
      deploy('1', 'm1', '02 18:00'),
    ];
    expect(ledgerOf(records).map(([kind]) => kind)).not.toContain('ci');
  });

  it('counts what the queue sets off as time in the queue', () => {
    const records = [
      change(1, '02 12:00', reviewed),
      run(
        '1',
        'm1',
        { created: '02 11:00', finished: '02 11:30' },
        { event: 'merge_group' },
      ),
      deploy('1', 'm1', '02 13:00'),
    ];
    expect(ledgerOf(records).slice(-2)).toEqual([
      ['mergeQueue', 0.5],
      ['deployWait', 1.5],
    ]);
  });

  it('takes a run that goes on to its last end, and one of which none is known up to now while it is open', () => {
    const goingOn = run(
      '1',
      'h1',
      { created: '02 04:00' },
      {
        endings: [
          { outcome: 'failure', at: at('02 05:00') },
          { outcome: 'success', at: at('02 06:00') },
        ],
      },
    );
    const open = {
      ...reviewed,
      firstReviewAt: undefined,
      approvedAt: undefined,
    };
    const now = { now: at('02 10:00') };
    expect(ledgerOf([change(1, undefined, open), goingOn], now)).toEqual([
      ['coding', 4],
      ['ci', 2],
      ['reviewPickup', 4],
    ]);
    const running = run('1', 'h1', { created: '02 05:00' });
    expect(ledgerOf([change(1, undefined, open), running], now).at(-1)).toEqual(
      ['ci', 5],
    );
    expect(ledgerOf([change(1, '02 09:00', open), running], now)).toEqual([
      ['coding', 9],
      ['deployWait', 1],
    ]);
  });

  const approval = (sha: string, requested: string, decided?: string) =>
    record({
      kind: 'approval',
      source: 'github',
      approvalId: `${sha} ${requested}`,
      repo: 'acme/shop',
      sha,
      requestedAt: at(requested),
      decidedAt: decided && at(decided),
    });

  it('takes no approval for a wait without which the change went on', () => {
    const kindsOf = (...records: DeliveryRecord[]) =>
      ledgerOf([
        change(1, '02 12:00', reviewed),
        deploy('1', 'm1', '02 18:00'),
        ...records,
      ]).filter(([kind]) => kind === 'approval');
    expect(kindsOf(approval('h1', '02 05:00'))).toEqual([]);
    expect(kindsOf(approval('m1', '02 13:00'))).toEqual([]);
    expect(kindsOf(approval('h1', '02 11:00', '02 20:00'))).toEqual([
      ['approval', 1],
    ]);
    expect(kindsOf(approval('m1', '02 13:00', '02 17:00'))).toEqual([
      ['approval', 4],
    ]);
    const asked = [change(1, undefined, reviewed), approval('h1', '02 11:00')];
    expect(ledgerOf(asked, { now: at('02 20:00') }).at(-1)).toEqual([
      'approval',
      9,
    ]);
  });

  it('does not wait for the approval of another deployment before its own merge', () => {
    const records = [
      change(1, '02 12:00', reviewed),
      deploy('1', 'm0', '02 02:00', { state: 'waiting' }),
      record({
        kind: 'approval',
        source: 'github',
        approvalId: 'a',
        repo: 'acme/shop',
        deploymentId: '1',
        requestedAt: at('02 02:00'),
      }),
    ];
    expect(ledgerOf(records, { now: at('02 20:00') }).slice(-2)).toEqual([
      ['deployWait', 1],
      ['approval', 8],
    ]);
  });

  it.each([
    ['no commit is told', { firstCommitAt: undefined }, true],
    ['its commits were written anew', { firstCommitAt: at('02 06:00') }, true],
    ['its first commit is told', { firstCommitAt: at('02 00:00') }, undefined],
    ['it was opened with it', { firstCommitAt: reviewed.openedAt }, undefined],
    ['it was opened nobody knows when', { openedAt: undefined }, undefined],
    [
      'its commits are told',
      {
        firstCommitAt: undefined,
        commits: [{ sha: 'a', authoredAt: at('02 00:00') }, { sha: 'b' }],
      },
      undefined,
    ],
  ])('says whether coding is unknown where %s', (_, fields, expected) => {
    const [ledger] = waitLedger(
      history([seed, change(1, '02 12:00', { ...reviewed, ...fields })]),
    );
    expect(ledger.codingUnknown).toBe(expected);
  });

  it('counts pushes after the approval as rework', () => {
    const records = [
      change(1, '02 12:00', {
        ...reviewed,
        pushes: [{ sha: 'h1', at: at('02 11:30') }],
      }),
      deploy('1', 'm1', '02 13:00'),
    ];
    expect(ledgerOf(records)).toEqual([
      ['coding', 4],
      ['reviewPickup', 5],
      ['rework', 2.5],
      ['deployWait', 1.5],
    ]);
  });

  it('lets an open change wait for review until now', () => {
    const records = [
      change(1, undefined, {
        firstCommitAt: at('02 00:00'),
        openedAt: at('02 04:00'),
      }),
    ];
    expect(ledgerOf(records, { now: at('03 00:00') })).toEqual([
      ['coding', 4],
      ['reviewPickup', 20],
    ]);
  });

  it('takes a draft as coding', () => {
    const records = [
      change(1, undefined, {
        draft: true,
        firstCommitAt: at('02 00:00'),
        openedAt: at('02 04:00'),
      }),
    ];
    expect(ledgerOf(records, { now: at('03 00:00') })).toEqual([
      ['coding', 24],
    ]);
  });

  it('lets a merged change wait for the approval of a deployment under way', () => {
    const records = [
      change(1, '02 12:00', reviewed),
      deploy('1', 'm1', '02 13:00', { state: 'waiting' }),
      record({
        kind: 'approval',
        source: 'github',
        approvalId: 'a',
        repo: 'acme/shop',
        deploymentId: '1',
        requestedAt: at('02 13:00'),
      }),
    ];
    expect(ledgerOf(records, { now: at('03 00:00') }).at(-1)).toEqual([
      'approval',
      11,
    ]);
  });

  it('ends with the merge where nobody can say when a change was deployed', () => {
    const unlocated = [
      change(1, '02 12:00', reviewed),
      deploy('1', 'unheard-of', '02 18:00'),
    ];
    expect(ledgerOf(unlocated).at(-1)).toEqual(['deployWait', 1]);
  });

  it('waits for the approval of the deployment that brings a change', () => {
    const ofDeployment = (deploymentId: string, requested: string) =>
      record({
        kind: 'approval',
        source: 'github',
        approvalId: deploymentId,
        repo: 'acme/shop',
        deploymentId,
        requestedAt: at(requested),
        decidedAt: at('02 17:00'),
      });
    const records = [
      change(1, '02 12:00', reviewed),
      deploy('1', 'm1', '02 18:00'),
      deploy('2', 'm2', '02 13:00', { state: 'waiting' }),
      ofDeployment('1', '02 15:00'),
      ofDeployment('2', '02 13:00'),
    ];
    expect(ledgerOf(records).slice(-3)).toEqual([
      ['deployWait', 4],
      ['approval', 2],
      ['deployWait', 1],
    ]);
  });

  it('goes on with a change that was closed and opened again', () => {
    const opened = { firstCommitAt: at('02 00:00'), openedAt: at('02 00:00') };
    const closedAt = at('02 10:00');
    const lives = (reopenedAt?: string) =>
      waitLedger(
        history([
          seed,
          change(1, undefined, { ...opened, closedAt, reopenedAt }),
        ]),
      ).length;
    expect(lives()).toBe(0);
    expect(lives(at('02 09:00'))).toBe(0);
    expect(lives(at('02 11:00'))).toBe(1);
    expect(lives(closedAt)).toBe(1);
  });

  it('leaves out abandoned changes, and counts those of bots only where they are asked for', () => {
    const records = [
      change(1, undefined, {
        openedAt: at('02 00:00'),
        closedAt: at('03 00:00'),
      }),
      change(2, '02 12:00', { authorApp: 'renovate[bot]' }),
    ];
    const ledgers = waitLedger(history([seed, ...records]));
    expect(ledgersOfOrigin(ledgers, 'counted')).toEqual([]);
    expect(ledgersOfOrigin(ledgers, 'dependency-bot')).toMatchObject([
      { change: { number: 2 } },
    ]);
  });

  it('never overlaps, never leaves a gap, and covers the whole life', () => {
    const hour = fc.integer({ min: 24, max: 24 * 20 });
    const instant = hour.map(h =>
      new Date(Date.parse(at('01')) + h * HOUR).toISOString(),
    );
    const some = fc.option(instant, { nil: undefined });
    fc.assert(
      fc.property(
        fc.record({
          firstCommitAt: some,
          openedAt: some,
          readyAt: some,
          firstReviewAt: some,
          approvedAt: some,
          mergedAt: some,
          ranAt: fc.array(fc.tuple(instant, instant), { maxLength: 2 }),
          mergeQueue: fc.array(fc.record({ from: instant, to: instant }), {
            maxLength: 2,
          }),
        }),
        ({ ranAt, ...fields }) => {
          const runs = ranAt.map(([createdAt, finishedAt], i) =>
            run(
              `${i}`,
              'h1',
              { created: '02 00:00', finished: '02 00:00' },
              {
                createdAt,
                finishedAt,
              },
            ),
          );
          const ledgers = waitLedger(
            history([
              seed,
              ...runs,
              change(1, undefined, fields),
              deploy('1', 'm1', '28 00:00'),
            ]),
          );
          const ends = ledgers.flatMap(({ entries }) =>
            entries.map(({ to }) => to),
          );
          const starts = ledgers.flatMap(({ entries }) =>
            entries.map(({ from }) => from),
          );
          const { from, to } = ledgers[0] ?? {};
          expect([...starts, to]).toEqual([from, ...ends]);
          expect(starts.every((start, i) => start < ends[i])).toBe(true);
          const merged = fields.mergedAt
            ? Date.parse(fields.mergedAt)
            : Infinity;
          const late = ledgers
            .flatMap(({ entries }) => entries)
            .filter(entry => entry.to > merged && entry.from < entry.to)
            .map(({ kind }) => kind);
          expect(late.filter(kind => kind !== 'deployWait')).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the summary of waits', () => {
  const delivered = [
    change(1, '02 12:00', reviewed),
    deploy('1', 'm1', '02 18:00'),
  ];

  it('tells shares that add up, percentiles, and what is coding', () => {
    const { waits, flowEfficiency, ...counts } = summary(delivered);
    expect(counts).toMatchObject({
      state: 'ok',
      n: 1,
      codingUnknown: 0,
      open: 0,
      few: true,
    });
    expect(waits.map(({ kind }) => kind)).toEqual(WAIT_KINDS);
    expect(waits.reduce((sum, { share = NaN }) => sum + share, 0)).toBeCloseTo(
      1,
    );
    expect(waits.find(({ kind }) => kind === 'deployWait')).toMatchObject({
      share: 7 / 18,
      p50: 7 * HOUR,
      p90: 7 * HOUR,
      n: 1,
    });
    expect(flowEfficiency).toBeCloseTo(4 / 18);
  });

  it('names the largest wait with the change that waits longest for it now', () => {
    const stuck = (number: number, mergedAt: string) =>
      change(number, mergedAt, {
        approvedAt: at(mergedAt),
        url: `https://git.example.com/${number}`,
      });
    const { sentence } = summary(
      [...delivered, stuck(812, '20 00:00'), stuck(813, '24 00:00')],
      {
        now: at('26 00:00'),
      },
    );
    expect(sentence).toEqual({
      kind: 'deployWait',
      share: 7 / 18,
      duration: 18 * HOUR,
      n: 1,
      few: true,
      open: 2,
      oldest: {
        recordKey: 'change:github:acme/shop:812',
        name: '#812',
        title: undefined,
        url: 'https://git.example.com/812',
        since: at('20 00:00'),
        age: 6 * DAY,
      },
    });
  });

  it('tells the time lost each week, of all that was under way', () => {
    const { lostPerWeek } = summary(delivered, { now: at('09 00:00') });
    expect(lostPerWeek).toBe(14 * HOUR);
  });

  it('can count the hours of working days alone', () => {
    const overTheWeekend = [
      change(1, '06 12:00', {
        firstCommitAt: at('06 12:00'),
        openedAt: at('06 12:00'),
      }),
      deploy('1', 'm1', '09 12:00'),
    ];
    const { sentence } = summariseWaits(
      waitLedger(history([seed, ...overTheWeekend])),
      {
        window: MARCH,
        calendar: DEFAULT_CALENDAR,
        now: NOW,
        clock: 'working-days',
      },
    );
    expect(sentence?.duration).toBe(DAY);
  });

  it('says nothing where no change was seen', () => {
    expect(summary([])).toEqual({
      state: 'insufficient-data',
      reason: 'no-changes',
      n: 0,
      codingUnknown: 0,
      open: 0,
      waits: [],
    });
  });

  it('counts a change in the window in which it arrived, and what it lost in each', () => {
    const told = (from: string, to: string) =>
      summariseWaits(waitLedger(history([seed, ...delivered])), {
        window: { from: at(from), to: at(to) },
        calendar: DEFAULT_CALENDAR,
        now: at('20 00:00'),
      });
    expect(told('02 18:00', '09 18:00')).toMatchObject({
      n: 1,
      lostPerWeek: 0,
    });
    expect(told('02 00:00', '02 18:00')).toMatchObject({
      n: 0,
      lostPerWeek: 14 * HOUR,
    });
    expect(told('01 00:00', '02 00:00').lostPerWeek).toBeUndefined();
  });

  it('counts those that spent time on a kind, and names the first of equal ones', () => {
    const { waits, sentence } = summary([
      change(1, '02 12:00', {
        firstCommitAt: at('02 09:00'),
        openedAt: at('02 09:00'),
        firstReviewAt: at('02 11:00'),
        approvedAt: at('02 11:00'),
      }),
      deploy('1', 'm1', '02 13:00'),
      change(2, '02 12:00', { firstCommitAt: at('02 12:00') }),
      deploy('2', 'm2', '02 13:00'),
    ]);
    const counts = waits.map(({ kind, n, of }) => [kind, n, of]);
    expect(counts).toContainEqual(['reviewPickup', 1, 2]);
    expect(counts).toContainEqual(['deployWait', 2, 2]);
    expect(sentence?.kind).toBe('deployWait');
    const even = summary([
      change(1, '02 11:00', {
        firstCommitAt: at('02 09:00'),
        openedAt: at('02 09:00'),
        firstReviewAt: at('02 11:00'),
      }),
      deploy('1', 'm1', '02 13:00'),
    ]);
    expect(even.sentence?.kind).toBe('reviewPickup');
  });

  it('takes what waits now by the last of its stretches', () => {
    const { waits } = summary([change(1, undefined, reviewed)], {
      now: at('02 20:00'),
    });
    expect(waits.filter(({ open }) => open > 0)).toMatchObject([
      { kind: 'deployWait', open: 1, oldest: { since: at('02 11:00') } },
    ]);
  });

  it('tells what waits where nothing has arrived yet, without any share', () => {
    const opened = (number: number, time: string, fields = {}) =>
      change(number, undefined, {
        firstCommitAt: at(time),
        openedAt: at(time),
        ...fields,
      });
    const told = summariseWaits(
      waitLedger(
        history(
          [
            opened(7, '20 00:00'),
            opened(8, '24 00:00'),
            opened(9, '18 00:00', { draft: true }),
          ],
          { now: at('26 00:00') },
        ),
      ),
      { window: MARCH, calendar: DEFAULT_CALENDAR, now: at('26 00:00') },
    );
    expect(told).toMatchObject({
      state: 'insufficient-data',
      reason: 'none-in-window',
      n: 0,
      open: 3,
      sentence: { kind: 'reviewPickup', n: 0, open: 2, oldest: { name: '#7' } },
    });
    expect(told.sentence).not.toHaveProperty('share');
    expect(told.waits.map(({ kind }) => kind)).toEqual(WAIT_KINDS);
    for (const wait of told.waits) {
      expect(wait).toMatchObject({ n: 0, of: 0, reason: 'none-in-window' });
      expect(wait).not.toHaveProperty('share');
    }
    expect(
      told.waits.filter(({ open }) => open > 0).map(w => [w.kind, w.open]),
    ).toEqual([
      ['reviewPickup', 2],
      ['coding', 1],
    ]);
    expect(told.lostPerWeek).toBe(Math.round((8 * DAY * 7 * DAY) / (8 * DAY)));
  });

  it('tells no share of coding, and no flow efficiency, where coding is unknown', () => {
    const { waits, flowEfficiency, codingUnknown } = summary([
      change(1, '02 12:00', { ...reviewed, firstCommitAt: undefined }),
      deploy('1', 'm1', '02 18:00'),
    ]);
    expect(codingUnknown).toBe(1);
    expect(flowEfficiency).toBeUndefined();
    const coding = waits.find(({ kind }) => kind === 'coding');
    expect(coding).toMatchObject({ of: 0, reason: 'coding-unknown' });
    expect(coding).not.toHaveProperty('share');
    expect(coding).not.toHaveProperty('p50');
    expect(waits.find(({ kind }) => kind === 'deployWait')).toMatchObject({
      share: 7 / 14,
      of: 1,
    });
  });

  it('tells the share of coding of those changes of which it is known', () => {
    const { waits, flowEfficiency, codingUnknown } = summary([
      change(1, '02 12:00', reviewed),
      change(2, '02 12:00', { ...reviewed, firstCommitAt: undefined }),
      deploy('1', 'm1', '02 18:00'),
      deploy('2', 'm2', '02 18:00'),
    ]);
    expect(codingUnknown).toBe(1);
    expect(flowEfficiency).toBe(4 / 18);
    expect(waits.find(({ kind }) => kind === 'coding')).toMatchObject({
      share: 4 / 18,
      p50: 4 * HOUR,
      n: 1,
      of: 1,
    });
    expect(waits.find(({ kind }) => kind === 'rework')).toMatchObject({
      share: 4 / 32,
      of: 2,
    });
  });

  it('marks percentages of few, of as many as an installation chooses', () => {
    const records = [seed, ...delivered];
    const told = (fewest?: number) =>
      summariseWaits(waitLedger(history(records)), {
        window: MARCH,
        calendar: DEFAULT_CALENDAR,
        now: NOW,
        fewest,
      });
    expect(told().waits[0].few).toBe(true);
    expect(told(1)).not.toHaveProperty('few');
    expect(told(1).waits[0]).not.toHaveProperty('few');
    expect(told(1).sentence).not.toHaveProperty('few');
  });
});

describe('formatDuration', () => {
  it.each([
    [DAY, '1 d'],
    [DAY - 1, '24 h'],
    [10 * HOUR, '10 h'],
    [9.96 * HOUR, '10 h'],
    [9.55 * HOUR, '9.6 h'],
    [12.4 * HOUR, '12 h'],
    [60_000, '1 min'],
    [1_500, '2 s'],
    [200, '0 s'],
  ])('says of %d ms %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe('renderWaitSentence', () => {
  it.each([
    [
      {
        kind: 'reviewPickup',
        share: 0.41,
        duration: 3.2 * DAY,
        n: 27,
        open: 3,
        oldest: { recordKey: 'k', name: '#812', since: at('01'), age: 6 * DAY },
      },
      'Waiting for review takes 41 % of the time of 27 changes; half arrive within 3.2 d; oldest: #812, 6 d.',
    ],
    [
      { kind: 'ci', share: 0.5, duration: 14 * 60_000, n: 5, open: 0 },
      'Waiting for CI takes 50 % of the time of 5 changes; half arrive within 14 min.',
    ],
    [
      { kind: 'rework', share: 0.333, duration: 45_000, n: 6, open: 0 },
      'Rework takes 33 % of the time of 6 changes; half arrive within 45 s.',
    ],
    [
      {
        kind: 'deployWait',
        share: 0.991,
        duration: 5 * DAY,
        n: 1,
        few: true,
        open: 0,
      },
      'Waiting for deployment takes most of the time of 1 change, which arrived after 5 d.',
    ],
    [
      {
        kind: 'reviewPickup',
        n: 0,
        open: 1,
        oldest: { recordKey: 'k', name: '#7', since: at('01'), age: 6 * DAY },
      },
      '1 change waits now, for review; oldest: #7, 6 d.',
    ],
    [
      { kind: 'mergeQueue', n: 0, open: 2 },
      '2 changes wait now, the longest in the merge queue.',
    ],
  ] as const)('says %j as it is read', (sentence, text) => {
    expect(renderWaitSentence(sentence)).toBe(text);
  });

  it('keeps its words in order, whatever direction a name has', () => {
    expect(
      renderWaitSentence({
        kind: 'ci',
        share: 0.5,
        duration: DAY,
        n: 5,
        open: 1,
        oldest: { recordKey: 'k', name: 'a\u202eb', since: at('01'), age: DAY },
      }),
    ).toBe(
      'Waiting for CI takes 50 % of the time of 5 changes; half arrive within 1 d; oldest: \u2068a\u202eb\u202c\u2069, 1 d.',
    );
  });
});
