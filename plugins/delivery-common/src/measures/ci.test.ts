import {
  at,
  change,
  HOUR,
  history,
  job,
  leftOut,
  MARCH,
  measured,
  MINUTE,
  NOW,
  record,
  run,
} from '../__testUtils__/records';
import { DEFAULT_CALENDAR } from '../calendar';
import { DeliveryRecord, Run, TestResult } from '../records';
import { trendOf } from '../trends';
import { collectMeasure } from './collectMeasure';
import { collectJobTrials, slowestJob, worstJobs } from './worstJobs';

const pushed = (sha: string, time: string) =>
  change(1, undefined, { headSha: sha, pushes: [{ sha, at: at(time) }] });

describe('CI feedback time', () => {
  it('runs from the first push of a head to its last check, queue and reruns included', () => {
    const result = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run(
        '1',
        's1',
        { created: '02 10:01', started: '02 10:05', finished: '02 10:10' },
        { outcome: 'failure' },
      ),
      run(
        '1',
        's1',
        { created: '02 10:01', started: '02 10:20', finished: '02 10:30' },
        { attempt: 2 },
      ),
      run(
        '2',
        's1',
        { created: '02 10:01', finished: '02 10:08' },
        { workflow: 'lint.yaml' },
      ),
    ]);
    expect(result).toMatchObject({ n: 1, value: 30 * MINUTE });
  });

  it('matches runs by their commit, since their list of pull requests is empty', () => {
    const result = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run('1', 'other', { created: '02 10:01', finished: '02 10:05' }),
    ]);
    expect(result).toMatchObject({ n: 0, reason: 'no-checks' });
  });

  it('waits for the required checks alone, workflows or jobs', () => {
    const records = [
      pushed('s1', '02 10:00'),
      run('1', 's1', { created: '02 10:01', finished: '02 10:08' }),
      run(
        '2',
        's1',
        { created: '02 10:01', finished: '02 11:00' },
        { workflow: 'nightly.yaml' },
      ),
      job('1', 's1', {
        created: '02 10:01',
        started: '02 10:02',
        finished: '02 10:06',
      }),
    ];
    expect(
      measured('ci.feedback', records, { requiredChecks: ['ci.yaml'] }).value,
    ).toBe(8 * MINUTE);
    expect(
      measured('ci.feedback', records, { requiredChecks: ['test'] }).value,
    ).toBe(6 * MINUTE);
  });

  it('ignores runs that the clock set off on the same commit', () => {
    const result = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run('1', 's1', { created: '02 10:01', finished: '02 10:08' }),
      run(
        '2',
        's1',
        { created: '03 02:00', finished: '03 03:00' },
        { event: 'schedule' },
      ),
    ]);
    expect(result.value).toBe(8 * MINUTE);
  });

  it.each([
    ['a web pipeline', { event: 'web' }],
    ['the default branch', { event: 'push', onDefaultBranch: true }],
    ['a tag', { event: 'push', onTag: true }],
    ['a merge queue', { event: 'merge_group' }],
    ['a part of another run', { parentRunId: '1' }],
  ])('ignores runs on the same commit for %s', (_, fields) => {
    const result = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run('1', 's1', { created: '02 10:01', finished: '02 10:08' }),
      run('2', 's1', { created: '02 10:02', finished: '04 10:00' }, fields),
    ]);
    expect(result.value).toBe(8 * MINUTE);
  });

  it('ignores what is begun or tried again after the merge', () => {
    const merged = change(1, '02 12:00', {
      headSha: 's1',
      pushes: [{ sha: 's1', at: at('02 10:00') }],
    });
    const first = run(
      '1',
      's1',
      { created: '02 10:01', finished: '02 10:08' },
      { outcome: 'failure' },
    );
    const late = { created: '03 10:00', finished: '03 10:30' };
    for (const records of [
      [first, run('2', 's1', late, { event: 'push' })],
      [
        first,
        run(
          '1',
          's1',
          { ...late, created: '02 10:01', started: '03 10:00' },
          {
            attempt: 2,
          },
        ),
      ],
      [
        run(
          '1',
          's1',
          { created: '02 10:01', finished: '02 10:08' },
          {
            endings: [
              { outcome: 'failure', at: at('02 10:08') },
              { outcome: 'success', at: at('03 10:30') },
            ],
          },
        ),
      ],
    ]) {
      expect(measured('ci.feedback', [merged, ...records]).value).toBe(
        8 * MINUTE,
      );
    }
  });

  it('takes a check that the merge overtook as it ended', () => {
    const result = measured('ci.feedback', [
      change(1, '02 10:05', {
        headSha: 's1',
        pushes: [{ sha: 's1', at: at('02 10:00') }],
      }),
      run('1', 's1', { created: '02 10:01', finished: '02 10:08' }),
    ]);
    expect(result.value).toBe(8 * MINUTE);
  });

  it('goes on to the last end of a run that is tried again', () => {
    const result = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run(
        '1',
        's1',
        { created: '02 10:01' },
        {
          endings: [
            { outcome: 'failure', at: at('02 10:06') },
            { outcome: 'success', at: at('02 10:27') },
          ],
        },
      ),
    ]);
    expect(result.value).toBe(27 * MINUTE);
  });

  it('waits for all workflows, and for no job, where none is required', () => {
    const records = [
      pushed('s1', '02 10:00'),
      run('1', 's1', { created: '02 10:01', finished: '02 10:08' }),
      run(
        '2',
        's1',
        { created: '02 10:01', finished: '02 10:12' },
        { workflow: 'lint.yaml' },
      ),
      job('1', 's1', { created: '02 10:01', finished: '02 11:00' }),
    ];
    expect(measured('ci.feedback', records).value).toBe(12 * MINUTE);
  });

  it('takes a required job for a check only if its run is one', () => {
    const times = { created: '02 10:01', finished: '02 10:06' };
    const records = [
      pushed('s1', '02 10:00'),
      run('1', 's1', times),
      job('1', 's1', times, { headSha: undefined }),
      run('2', 's1', times, { event: 'schedule' }),
      job(
        '2',
        's1',
        { created: '02 20:00', finished: '02 20:30' },
        { runId: '2' },
      ),
      job('3', 's1', times, { name: 'nightly', runId: '3' }),
    ];
    const options = { requiredChecks: ['test'] };
    expect(measured('ci.feedback', records, options)).toMatchObject({
      value: 6 * MINUTE,
      evidence: ['change:github:acme/shop:1', 'job:github:1'],
    });
  });

  it('ignores a required job that is tried again after the merge', () => {
    const result = measured(
      'ci.feedback',
      [
        change(1, '02 12:00', {
          headSha: 's1',
          pushes: [{ sha: 's1', at: at('02 10:00') }],
        }),
        job('1', 's1', { created: '02 10:01', finished: '02 10:06' }),
        job('2', 's1', { created: '03 10:01', finished: '03 10:06' }),
        job(
          '3',
          's1',
          { created: '', started: '03 10:01', finished: '03 10:06' },
          { createdAt: undefined },
        ),
      ],
      { requiredChecks: ['test'] },
    );
    expect(result.value).toBe(6 * MINUTE);
  });

  it('is not told of commits that were pushed without a request', () => {
    const result = measured('ci.feedback', [
      change(1, '02 12:00', { number: undefined, sha: 's1', headSha: 's1' }),
      run('1', 's1', { created: '02 10:01', finished: '02 10:08' }),
    ]);
    expect(result.n).toBe(0);
  });

  it('lists a head on the day of the latest that is known of its checks', () => {
    const atOf = (...records: DeliveryRecord[]) =>
      measured('ci.feedback', [pushed('s1', '02 10:00'), ...records])
        .excluded[0].at;
    const done = run('1', 's1', { created: '02 10:01', finished: '02 10:08' });
    expect(atOf(done, run('2', 's1', { created: '03 10:00' }))).toBe(
      at('03 10:00'),
    );
    expect(atOf(run('2', 's1', { created: '01 10:00' }), done)).toBe(
      at('02 10:08'),
    );
    const unheard = run(
      '2',
      's1',
      { created: '02 10:00' },
      { createdAt: undefined, startedAt: undefined },
    );
    expect(atOf({ ...unheard, occurredAt: at('05 10:00') })).toBe(
      at('05 10:00'),
    );
  });

  it('says why there is none, and never that no run was seen beside one', () => {
    const reasonOf = (records: DeliveryRecord[], options = {}) =>
      measured('ci.feedback', records, options).reason;
    const head = pushed('s1', '02 10:00');
    const seen = run('1', 's1', { created: '02 10:01', finished: '02 10:08' });
    expect(reasonOf([head])).toBe('no-runs');
    expect(reasonOf([seen])).toBe('no-checks');
    expect(reasonOf([head, seen], { requiredChecks: ['x'] })).toBe('no-checks');
    expect(reasonOf([head, run('1', 's1', { created: '02 10:01' })])).toBe(
      'no-answered-checks',
    );
    expect(reasonOf([job('1', 's1', { created: '02 10:01' })])).toBe(
      'no-checks',
    );
  });

  it('lists heads whose checks run on or were called off', () => {
    const running = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run('1', 's1', { created: '02 10:01' }),
    ]);
    expect(leftOut(running)).toEqual(['1: not-finished']);
    const calledOff = measured('ci.feedback', [
      pushed('s1', '02 10:00'),
      run(
        '1',
        's1',
        { created: '02 10:01', finished: '02 10:02' },
        { outcome: 'cancelled' },
      ),
    ]);
    expect(leftOut(calledOff)).toEqual(['1: cancelled']);
  });

  it('takes the creation of the first run where no push was seen, and says so', () => {
    const result = measured('ci.feedback', [
      change(1, undefined, { headSha: 's1' }),
      run('1', 's1', { created: '02 10:00', finished: '02 10:08' }),
    ]);
    expect(result.value).toBe(8 * MINUTE);
    expect(result.marks).toMatchObject([{ kind: 'push-time-inferred' }]);
  });
});

describe('CI run time', () => {
  it('is told for each attempt from its own start, so a rerun days later is short', () => {
    const result = measured('ci.runTime', [
      run('1', 's', {
        created: '02 10:00',
        started: '02 10:01',
        finished: '02 10:03',
      }),
      run(
        '1',
        's',
        { created: '02 10:00', started: '09 10:00', finished: '09 10:04' },
        { attempt: 2 },
      ),
    ]);
    expect(result).toMatchObject({ n: 2, value: 3 * MINUTE });
  });

  it('leaves out what was called off, did not run, goes on, or ended nobody knows how', () => {
    const times = { created: '02 10:00', finished: '02 10:03' };
    const result = measured('ci.runTime', [
      run('1', 's', times, { outcome: 'cancelled' }),
      run('2', 's', times, { outcome: 'skipped' }),
      run('3', 's', times, { outcome: 'unknown' }),
      { ...run('4', 's', { created: '31 22:00' }), occurredAt: at('31 22:00') },
    ]);
    expect(result).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-answered-runs',
    });
    expect(result.excluded.map(({ reason }) => reason)).toEqual([
      'cancelled',
      'skipped',
      'unknown-outcome',
      'not-finished',
    ]);
  });
});

describe('CI run time of runs of which little is known', () => {
  it('can be nothing, and is not below it', () => {
    const [time, later] = ['02 10:00', '02 10:01'];
    expect(
      measured('ci.runTime', [
        run('1', 's', { created: time, finished: time }),
      ]),
    ).toMatchObject({ n: 1, value: 0 });
    const result = measured('ci.runTime', [
      run('1', 's', { created: time, started: later, finished: time }),
    ]);
    expect(leftOut(result)).toEqual(['1: negative']);
    expect(measured('ci.runTime', []).reason).toBe('no-runs');
  });
});

describe('CI run time of a run that goes on', () => {
  it('is told of its first attempt, whose start alone is known', () => {
    const result = measured('ci.runTime', [
      run(
        '1',
        's',
        { created: '02 10:00', finished: '02 10:06' },
        {
          endings: [
            { outcome: 'failure', at: at('02 10:06') },
            { outcome: 'success', at: at('02 10:27') },
            { outcome: 'cancelled', at: at('02 10:40') },
          ],
        },
      ),
    ]);
    expect(result).toMatchObject({ n: 1, value: 6 * MINUTE });
    expect(result.excluded.map(({ at: end, reason }) => [end, reason])).toEqual(
      [
        [at('02 10:27'), 'no-start'],
        [at('02 10:40'), 'cancelled'],
      ],
    );
  });
});

describe('CI queue time', () => {
  it('runs from the creation of a job to its first start', () => {
    const result = measured('ci.queue', [
      job('1', 's', {
        created: '02 10:00',
        started: '02 10:04',
        finished: '02 10:09',
      }),
      job('2', 's', { created: '02 10:00' }),
    ]);
    expect(result).toMatchObject({ n: 1, value: 4 * MINUTE });
    expect(leftOut(result)).toEqual(['2: not-started']);
  });

  it('does not count the wait for an approval, told by the job or by an approval', () => {
    const times = {
      created: '02 10:00',
      started: '02 12:00',
      finished: '02 12:30',
    };
    expect(
      measured('ci.queue', [
        job('1', 's', times, { waitingSince: [at('02 10:03')] }),
      ]).value,
    ).toBe(3 * MINUTE);
    expect(
      measured('ci.queue', [
        job('1', 's', times, { waitingSince: [at('02 10:03')] }),
        record({
          kind: 'approval',
          source: 'github',
          approvalId: '1/production',
          repo: 'acme/shop',
          runId: '1',
          requestedAt: at('02 10:03'),
          decidedAt: at('02 11:55'),
        }),
      ]).value,
    ).toBe(8 * MINUTE);
  });
});

describe('CI queue time beside approvals', () => {
  it('counts only those that held the job back', () => {
    const approval = (id: string, requestedAt?: string, decidedAt?: string) =>
      record({
        kind: 'approval',
        source: 'github',
        approvalId: id,
        repo: 'acme/shop',
        runId: '1',
        requestedAt,
        decidedAt,
      });
    expect(
      measured('ci.queue', [
        job('1', 's', {
          created: '02 10:00',
          started: '02 10:10',
          finished: '02 10:30',
        }),
        approval('nobody knows since when', undefined, at('02 10:05')),
        approval('before', at('02 08:00'), at('02 09:00')),
        approval('meanwhile', at('02 10:02'), at('02 10:05')),
      ]).value,
    ).toBe(7 * MINUTE);
  });

  it('can be nothing, and lists jobs on the day of the latest that is known of them', () => {
    const time = '02 10:00';
    expect(
      measured('ci.queue', [
        job('1', 's', { created: time, started: time, finished: time }),
      ]),
    ).toMatchObject({ n: 1, value: 0 });
    const waiting = job('1', 's', { created: time });
    const { excluded } = measured('ci.queue', [
      { ...waiting, occurredAt: at('05 10:00') },
    ]);
    expect(excluded).toMatchObject([{ at: at(time), reason: 'not-started' }]);
    const unheard = job('1', 's', { created: time }, { createdAt: undefined });
    expect(
      measured('ci.queue', [{ ...unheard, occurredAt: at('05 10:00') }])
        .excluded,
    ).toMatchObject([{ at: at('05 10:00'), reason: 'not-started' }]);
  });
});

describe('CI queue time of jobs whose times are not told', () => {
  it('does not say that no job was seen', () => {
    expect(measured('ci.queue', []).reason).toBe('no-jobs');
    expect(
      measured('ci.queue', [job('1', 's', { created: '02 10:00' })]).reason,
    ).toBe('no-job-times');
  });
});

describe('time lost to reruns', () => {
  it('sums superseded attempts and the pauses after them', () => {
    const result = measured('ci.rerunLoss', [
      run(
        '1',
        's',
        { created: '02 10:00', finished: '02 10:10' },
        { outcome: 'failure' },
      ),
      run(
        '1',
        's',
        { created: '02 10:00', started: '02 10:30', finished: '02 10:40' },
        { attempt: 2 },
      ),
      run('2', 's', { created: '02 10:00', finished: '02 10:10' }),
    ]);
    expect(result).toMatchObject({
      n: 2,
      value: 30 * MINUTE,
      parts: { rerun: 1 },
    });
  });

  it('cuts a pause off at a day and says so', () => {
    const result = measured('ci.rerunLoss', [
      run(
        '1',
        's',
        { created: '02 10:00', finished: '02 11:00' },
        { outcome: 'failure' },
      ),
      run(
        '1',
        's',
        { created: '02 10:00', started: '09 10:00', finished: '09 11:00' },
        { attempt: 2 },
      ),
    ]);
    expect(result.value).toBe(25 * HOUR);
    expect(result.marks).toMatchObject([{ kind: 'capped-gap' }]);
  });

  const goingOn = run(
    '7',
    's',
    { created: '02 10:00' },
    {
      endings: [
        { outcome: 'failure', at: at('02 10:06') },
        { outcome: 'success', at: at('02 10:27') },
      ],
    },
  );
  const second = run(
    '8',
    's',
    { created: '02 10:00', started: '02 10:30', finished: '02 10:40' },
    { attempt: 2 },
  );
  const plain = run('9', 's', { created: '02 10:00', finished: '02 11:00' });

  it.each([
    [goingOn, 'attempts-not-told'],
    [second, 'first-attempt-not-seen'],
  ] as const)('is not known, and no zero, of %#', (told, reason) => {
    for (const records of [[told], [told, plain]]) {
      const result = measured('ci.rerunLoss', records);
      expect(result).toMatchObject({
        state: 'insufficient-data',
        reason: 'no-attempts',
        excluded: [{ recordKey: told.key, reason }],
      });
      expect(result).not.toHaveProperty('value', 0);
      const trend = trendOf(
        collectMeasure('ci.rerunLoss', history([...records])),
        { window: MARCH, calendar: DEFAULT_CALENDAR, now: NOW, unit: 'week' },
      );
      expect(trend.map(({ value }) => value)).toEqual(
        trend.map(() => undefined),
      );
    }
  });

  it('tells what is known to be lost beside what is not', () => {
    const lost = [
      run('1', 's', { created: '02 10:00', finished: '02 10:10' }),
      run(
        '1',
        's',
        { created: '02 10:00', started: '02 10:15', finished: '02 10:20' },
        { attempt: 2 },
      ),
    ];
    expect(measured('ci.rerunLoss', [...lost, second])).toMatchObject({
      value: 15 * MINUTE,
      excluded: [{ reason: 'first-attempt-not-seen' }],
    });
  });

  it('is not told of a run that has not ended yet', () => {
    const result = measured('ci.rerunLoss', [
      { ...run('1', 's', { created: '31 10:00' }), occurredAt: at('31 10:00') },
    ]);
    expect(result.reason).toBe('no-finished-runs');
    expect(leftOut(result)).toEqual(['1: not-finished']);
  });

  it('says nothing of a pause that is exactly as long as one may be', () => {
    const { marks, value } = measured('ci.rerunLoss', [
      run('1', 's', { created: '02 10:00', finished: '02 11:00' }),
      run(
        '1',
        's',
        { created: '02 10:00', started: '03 11:00', finished: '03 12:00' },
        { attempt: 2 },
      ),
    ]);
    expect(marks).toEqual([]);
    expect(value).toBe(25 * HOUR);
  });

  it('lies on the day on which the run was begun, as far as that is known', () => {
    const times = { created: '02 10:00', finished: '02 11:00' };
    const daysOf = (fields: { startedAt?: string; createdAt?: string }) =>
      collectMeasure(
        'ci.rerunLoss',
        history([
          { ...run('1', 's', times, fields), occurredAt: at('05 10:00') },
        ]),
      ).samples.map(sample => sample.at);
    expect(daysOf({ startedAt: undefined })).toEqual([at('02 10:00')]);
    expect(daysOf({ startedAt: undefined, createdAt: undefined })).toEqual([
      at('05 10:00'),
    ]);
  });

  it('is a true zero when runs were seen and none was tried again', () => {
    expect(
      measured('ci.rerunLoss', [
        run('1', 's', { created: '02 10:00', finished: '02 11:00' }),
      ]),
    ).toMatchObject({ state: 'ok', value: 0, n: 1 });
    expect(measured('ci.rerunLoss', [])).toMatchObject({
      state: 'insufficient-data',
    });
  });
});

describe('flaky job rate', () => {
  const tried = (
    id: string,
    sha: string,
    time: string,
    outcome: 'success' | 'failure',
    attempt = 1,
  ) =>
    job(
      id,
      sha,
      { created: time, started: time, finished: time },
      { outcome, attempt },
    );

  it('is the share of retried failures that also succeeded on the same commit', () => {
    const result = measured('ci.flakyJobs', [
      tried('1', 'a', '02 10:00', 'failure'),
      tried('2', 'a', '02 11:00', 'success', 2),
      tried('3', 'b', '03 10:00', 'failure'),
      tried('4', 'b', '03 11:00', 'failure', 2),
      tried('5', 'c', '04 10:00', 'failure'),
      tried('6', 'd', '05 10:00', 'success'),
    ]);
    expect(result).toMatchObject({ n: 2, value: 0.5, parts: { flaky: 1 } });
  });

  it('never exceeds one, although a success before the failure is no later attempt', () => {
    const result = measured('ci.flakyJobs', [
      tried('1', 'a', '02 10:00', 'success'),
      tried('2', 'a', '02 11:00', 'failure'),
    ]);
    expect(result).toMatchObject({ n: 1, value: 1 });
  });

  it('knows no job without a name, a commit or an answer, and takes what its run tells', () => {
    const times = { created: '02 10:00', finished: '02 10:05' };
    const pair = (fields: object) => [
      job('1', 'a', times, { ...fields, outcome: 'failure' }),
      job('2', 'a', times, fields),
    ];
    const n = (...records: DeliveryRecord[]) =>
      measured('ci.flakyJobs', records).n;
    expect(n(...pair({}))).toBe(1);
    expect(n(...pair({ name: undefined }))).toBe(0);
    expect(n(...pair({ headSha: undefined }))).toBe(0);
    expect(
      n(
        job('1', 'a', times, { outcome: 'failure' }),
        job('2', 'a', times, { outcome: 'skipped' }),
      ),
    ).toBe(0);
    const ofRun = run('7', 'a', times, { workflow: 'ci.yaml' });
    const told = { runId: '7', headSha: undefined, workflow: undefined };
    expect(n(ofRun, ...pair(told))).toBe(1);
    const [failed, other] = pair({ ...told, headSha: 'a' });
    expect(n(ofRun, failed, { ...other, runId: '8' })).toBe(0);
  });

  it('lies on the day on which a job ended, or of which it was last told', () => {
    const { samples } = collectMeasure(
      'ci.flakyJobs',
      history(
        [
          tried('1', 'a', '02 10:00', 'failure'),
          tried('2', 'a', '02 11:00', 'success', 2),
        ].map(told => ({
          ...told,
          finishedAt: undefined,
          occurredAt: at('05 10:00'),
        })),
      ),
    );
    expect(samples).toMatchObject([{ at: at('05 10:00') }]);
    expect(measured('ci.flakyJobs', []).reason).toBe('no-jobs');
  });

  it('compares attempts that lie exactly seven days apart, and counts them as one chain', () => {
    const week = ['02 10:00', '09 10:00'] as const;
    expect(
      measured('ci.flakyJobs', [
        tried('1', 'a', week[0], 'failure'),
        tried('2', 'a', week[1], 'failure'),
      ]),
    ).toMatchObject({ n: 1, value: 0 });
  });

  it('does not compare parts of a run with each other, nor what other sources tell', () => {
    const times = { created: '02 10:00', finished: '02 10:05' };
    const records = [
      run('11', 'a', times, { parentRunId: '1' }),
      run('12', 'a', times, { parentRunId: '1' }),
      job('1', 'a', times, { runId: '11', outcome: 'failure' }),
      job('2', 'a', times, { runId: '12' }),
      job('3', 'a', times, { source: 'cdevents' }),
    ];
    expect(measured('ci.flakyJobs', records).reason).toBe('no-failures');
    const again = job('4', 'a', times, { runId: '11' });
    expect(measured('ci.flakyJobs', [...records, again])).toMatchObject({
      n: 1,
      value: 1,
    });
  });

  it('compares only attempts within seven days, each chain of failures once', () => {
    const result = measured('ci.flakyJobs', [
      tried('1', 'a', '02 10:00', 'failure'),
      tried('2', 'a', '08 10:00', 'failure'),
      tried('3', 'a', '14 10:00', 'success'),
      tried('4', 'b', '02 10:00', 'failure'),
      tried('5', 'b', '10 10:00', 'success'),
    ]);
    expect(result).toMatchObject({ n: 1, value: 0 });
    expect(result.evidence).toHaveLength(2);
  });

  it('is told for tests too, once reports are sent', () => {
    const tested = (attempt: number, outcome: TestResult['outcome']) =>
      record({
        kind: 'test',
        source: 'junit',
        run: `run:github:acme/shop:1:${attempt}`,
        suite: 'basket',
        case: 'adds tax',
        repo: 'acme/shop',
        headSha: 'a',
        outcome,
      });
    const tests = [tested(1, 'failure'), tested(2, 'success')];
    const seenInMarch = tests.map(test => ({ ...test, occurredAt: at('02') }));
    expect(measured('ci.flakyTests', seenInMarch)).toMatchObject({
      n: 1,
      value: 1,
    });
    expect(measured('ci.flakyTests', [])).toMatchObject({ reason: 'no-tests' });
  });

  it('takes the repository and the commit of a test from its run where it tells none', () => {
    const tested = (id: string, outcome: TestResult['outcome']) => ({
      ...record({
        kind: 'test',
        source: 'junit',
        run: `run:github:acme/shop:${id}:1`,
        suite: 'basket',
        case: 'adds tax',
        outcome,
      }),
      occurredAt: at('02'),
    });
    const times = { created: '02 10:00', finished: '02 10:05' };
    const tests = [tested('1', 'failure'), tested('2', 'success')];
    const n = (repo: string) =>
      measured('ci.flakyTests', [
        ...tests,
        run('1', 'a', times),
        { ...run('2', 'a', times), repo },
      ]).n;
    expect(n('acme/shop')).toBe(1);
    expect(n('acme/web')).toBe(0);
  });

  it.each(['success', 'failure'] as const)(
    'is told of a test that was tried again within one run and ended in %s',
    outcome => {
      const test = record({
        kind: 'test',
        source: 'junit',
        run: 'run:github:acme/shop:1:1',
        suite: 'basket',
        case: 'adds tax',
        headSha: 'a',
        outcome,
        flaky: true,
      });
      expect(
        measured('ci.flakyTests', [{ ...test, occurredAt: at('02') }]),
      ).toMatchObject({ n: 1, value: 1, evidence: [test.key] });
    },
  );
});

describe('time to green', () => {
  const main = (
    id: string,
    time: string,
    outcome: 'success' | 'failure' | 'cancelled',
    fields = {},
  ) =>
    run(
      id,
      `s${id}`,
      { created: time, finished: time },
      { event: 'push', onDefaultBranch: true, outcome, ...fields },
    );

  it('runs from the first red run of a workflow to the next green one', () => {
    const result = measured('ci.timeToGreen', [
      main('1', '02 10:00', 'success'),
      main('2', '02 11:00', 'failure'),
      main('3', '02 12:00', 'cancelled'),
      main('4', '02 13:00', 'failure'),
      main('5', '02 14:00', 'success'),
      main('6', '02 11:30', 'success', { workflow: 'docs.yaml' }),
      main('7', '02 11:30', 'success', { event: 'pull_request' }),
    ]);
    expect(result).toMatchObject({ n: 1, value: 3 * HOUR, open: 0 });
  });

  const goingOn = (id: string, endings: Run['endings'], fields = {}) =>
    main(id, '02 10:00', 'success', { endings, ...fields });
  const red = (time: string) => ({ outcome: 'failure' as const, at: at(time) });
  const green = (time: string) => ({
    outcome: 'success' as const,
    at: at(time),
  });

  it('looks at every end of a run that goes on', () => {
    const result = measured('ci.timeToGreen', [
      goingOn('1', [green('02 10:27'), red('02 10:06')]),
    ]);
    expect(result).toMatchObject({ n: 1, value: 21 * MINUTE, open: 0 });
    expect(result.evidence).toEqual(['run:github:acme/shop:1:1']);
  });

  it('is not ended by a part of a run, or by a source of another name', () => {
    const result = measured('ci.timeToGreen', [
      main('1', '02 10:00', 'failure'),
      main('2', '02 11:00', 'success', { parentRunId: '1' }),
      main('3', '02 12:00', 'success', { source: 'cdevents' }),
      main('4', '02 13:00', 'success'),
    ]);
    expect(result).toMatchObject({ n: 1, value: 3 * HOUR });
  });

  it('takes the parts of one run together: red with the first, green when all are', () => {
    const part = (
      id: string,
      parentRunId: string,
      time: string,
      outcome: 'success' | 'failure' | 'cancelled',
    ) => main(id, time, outcome, { event: 'parent_pipeline', parentRunId });
    const result = measured('ci.timeToGreen', [
      part('1', 'p1', '02 10:00', 'success'),
      part('2', 'p1', '02 10:05', 'failure'),
      part('3', 'p1', '02 10:10', 'success'),
      part('4', 'p1', '02 10:12', 'cancelled'),
      part('5', 'p2', '02 11:00', 'success'),
      part('6', 'p2', '02 11:05', 'success'),
    ]);
    expect(result).toMatchObject({ n: 1, value: 60 * MINUTE, open: 0 });
  });

  it('says why there is none', () => {
    const reasonOf = (...records: DeliveryRecord[]) =>
      measured('ci.timeToGreen', records).reason;
    const times = { created: '02 10:00', finished: '02 10:05' };
    expect(reasonOf()).toBe('no-runs');
    expect(reasonOf(run('1', 's', times))).toBe('no-runs-of-default-branch');
    const running = run(
      '1',
      's',
      { created: '02 10:00' },
      { event: 'push', onDefaultBranch: true },
    );
    expect(reasonOf(running)).toBe('no-runs-of-default-branch');
    expect(reasonOf(main('1', '02 10:00', 'success'))).toBe('never-red');
  });

  it('keeps a branch that is still red open', () => {
    expect(
      measured('ci.timeToGreen', [main('1', '02 10:00', 'failure')]),
    ).toMatchObject({
      state: 'insufficient-data',
      reason: 'still-open',
      n: 1,
      open: 1,
    });
  });
});

describe('slowestJob', () => {
  const times = (minutes: number) => ({
    created: '02 10:00',
    started: '02 10:00',
    finished: `02 10:${String(minutes).padStart(2, '0')}`,
  });
  const told = (records: DeliveryRecord[], fewest = 2) =>
    slowestJob(collectJobTrials(history(records)), { window: MARCH, fewest });

  it('is the one with the longest time in nine of ten runs, with a run that took about as long', () => {
    const slow = told([
      job('1', 'a', times(5), { name: 'lint' }),
      job('2', 'b', times(5), { name: 'lint' }),
      job('3', 'a', times(10), { name: 'e2e' }),
      job('4', 'b', times(20), { name: 'e2e' }),
    ]);
    expect(slow).toMatchObject({
      name: 'e2e',
      p90: 19 * MINUTE,
      example: { duration: 20 * MINUTE },
    });
    expect(slow?.example?.recordKey).toMatch(/4/);
  });

  it('is one of few runs only where there is no other', () => {
    const once = job('3', 'a', times(40), { name: 'nightly' });
    const lint = ['1', '2'].map(id => job(id, id, times(5), { name: 'lint' }));
    expect(told([...lint, once])?.name).toBe('lint');
    expect(told([once])).toMatchObject({ name: 'nightly', few: true });
  });

  it('is one of a check where it is told which jobs these are', () => {
    const release = run('9', 'c', times(40), {
      event: 'push',
      onDefaultBranch: true,
    });
    const check = run('8', 'b', times(9));
    const jobs = [
      job('1', 'c', times(40), { name: 'publish', runId: '9' }),
      job('2', 'c', times(40), { name: 'publish', runId: '9' }),
      job('3', 'b', times(5), { name: 'test', runId: '8' }),
      job('4', 'b', times(5), { name: 'test', runId: '8' }),
    ];
    expect(told([release, check, ...jobs])?.name).toBe('test');
    expect(told(jobs)?.name).toBe('publish');
  });

  it('is told apart from one of the same name in another repository', () => {
    const elsewhere = { repo: 'acme/search' };
    const slow = told(
      [
        job('1', 'a', times(5)),
        job('2', 'b', times(5)),
        job('3', 'a', times(30), elsewhere),
      ],
      1,
    );
    expect(slow).toMatchObject({ repo: 'acme/search', n: 1 });
  });

  it('is none where no time is told', () => {
    expect(told([])).toBeUndefined();
    const { started, ...untold } = times(5);
    expect(told([job('1', 'a', untold)])).toBeUndefined();
  });
});

describe('worstJobs', () => {
  const told = (jobs: DeliveryRecord[], fewest?: number) =>
    worstJobs(collectJobTrials(history(jobs)), { window: MARCH, fewest });
  const times = { created: '02 10:00', finished: '02 10:05' };

  it('knows no job without a name, an end or an answer', () => {
    expect(
      told([
        job('1', 'a', times, { name: undefined }),
        job('2', 'a', times, { finishedAt: undefined }),
        job('3', 'a', times, { outcome: 'cancelled' }),
      ]),
    ).toEqual([]);
  });

  it('takes a commit as flaky on which a job both failed and succeeded', () => {
    const failed = job('1', 'a', times, { outcome: 'failure' });
    const flaky = (...jobs: DeliveryRecord[]) => told(jobs)[0].flakyCommits;
    expect(flaky(failed, job('2', 'b', times))).toBe(0);
    expect(flaky(failed, job('2', 'a', times))).toBe(1);
    const nowhere = { headSha: undefined };
    expect(
      flaky(
        job('1', 'a', times, { ...nowhere, outcome: 'failure' }),
        job('2', 'a', times, nowhere),
      ),
    ).toBe(0);
    expect(
      flaky(
        run('1', 'a', times),
        job('1', 'a', times, { ...nowhere, outcome: 'failure' }),
        job('2', 'a', times),
      ),
    ).toBe(1);
  });

  it('marks shares of few', () => {
    const jobs = [job('1', 'a', times), job('2', 'b', times)];
    expect(told(jobs, 3)[0].few).toBe(true);
    expect(told(jobs, 2)[0]).not.toHaveProperty('few');
  });

  it('lists jobs by the time they take in all', () => {
    const jobs = worstJobs(
      collectJobTrials(
        history([
          job(
            '1',
            'a',
            { created: '02 10:00', started: '02 10:00', finished: '02 10:20' },
            { outcome: 'failure' },
          ),
          job('2', 'a', {
            created: '02 11:00',
            started: '02 11:00',
            finished: '02 11:10',
          }),
          job(
            '3',
            'a',
            { created: '02 10:00', started: '02 10:00', finished: '02 10:05' },
            { name: 'lint' },
          ),
        ]),
      ),
      { window: MARCH },
    );
    expect(jobs).toEqual([
      {
        repo: 'acme/shop',
        workflow: 'ci.yaml',
        name: 'test',
        n: 2,
        failed: 1,
        failureRate: 0.5,
        few: true,
        flakyCommits: 1,
        p50: 15 * MINUTE,
        p90: 19 * MINUTE,
        total: 30 * MINUTE,
        example: {
          recordKey: expect.any(String),
          at: '2026-03-02T10:20:00.000Z',
          duration: 20 * MINUTE,
        },
      },
      expect.objectContaining({ name: 'lint', n: 1, failureRate: 0 }),
    ]);
  });
});
