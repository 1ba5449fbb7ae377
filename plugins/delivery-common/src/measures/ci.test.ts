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
  record,
  run,
} from '../__testUtils__/records';
import { TestResult } from '../records';
import { collectJobTrials, worstJobs } from './worstJobs';

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
    expect(result).toMatchObject({ n: 0, reason: 'no-runs' });
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
      reason: 'no-runs',
    });
    expect(result.excluded.map(({ reason }) => reason)).toEqual([
      'cancelled',
      'skipped',
      'unknown-outcome',
      'not-finished',
    ]);
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

describe('worstJobs', () => {
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
        workflow: 'ci.yaml',
        name: 'test',
        n: 2,
        failureRate: 0.5,
        flakyCommits: 1,
        p50: 15 * MINUTE,
        p90: 19 * MINUTE,
        total: 30 * MINUTE,
      },
      expect.objectContaining({ name: 'lint', n: 1, failureRate: 0 }),
    ]);
  });
});
