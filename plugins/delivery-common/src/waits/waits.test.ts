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

  it('gives a moment that several kinds claim to the first of them', () => {
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
      ['ci', 1],
      ['approval', 4],
      ['ci', 1],
    ]);
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

  it('leaves out abandoned changes and those of bots', () => {
    const records = [
      change(1, undefined, {
        openedAt: at('02 00:00'),
        closedAt: at('03 00:00'),
      }),
      change(2, '02 12:00', { authorIsBot: true }),
    ];
    expect(waitLedger(history([seed, ...records]))).toEqual([]);
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
          mergeQueue: fc.array(fc.record({ from: instant, to: instant }), {
            maxLength: 2,
          }),
        }),
        fields => {
          const ledgers = waitLedger(
            history([
              seed,
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
    const { waits, flowEfficiency, n } = summary(delivered);
    expect(n).toBe(1);
    expect(waits.map(({ kind }) => kind)).toEqual(WAIT_KINDS);
    expect(waits.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
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

  it('says nothing where no change arrived', () => {
    expect(summary([])).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-changes',
      waits: [],
    });
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
        oldest: { recordKey: 'k', name: '#812', since: at('01'), age: 6 * DAY },
      },
      'Most time waits for review: 41 % of 3.2 d (n = 27); oldest: #812, 6 d.',
    ],
    [
      { kind: 'ci', share: 0.5, duration: 14 * 60_000, n: 3 },
      'Most time waits for CI: 50 % of 14 min (n = 3).',
    ],
    [
      { kind: 'rework', share: 0.333, duration: 45_000, n: 3 },
      'Most time goes into rework: 33 % of 45 s (n = 3).',
    ],
  ] as const)('says %j as it is read', (sentence, text) => {
    expect(renderWaitSentence(sentence)).toBe(text);
  });
});
