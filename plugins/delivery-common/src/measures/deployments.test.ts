import {
  at,
  change,
  deploy,
  HOUR,
  history,
  incident,
  leftOut,
  MARCH,
  measured,
  NOW,
  record,
} from '../__testUtils__/records';
import { DeliveryRecord, DeploymentStatus } from '../records';
import { collectMeasure } from './collectMeasure';
import { summariseMeasure } from './summariseMeasure';

const WEEKS_IN_MARCH = 31 / 7;
const key = (id: string) => `deployment:github:acme/shop:${id}`;

function link(
  type: 'causes' | 'remediates',
  from: string,
  to: string,
  confidence: 'confirmed' | 'rejected' = 'confirmed',
) {
  return record({
    kind: 'link',
    source: 'fairlead',
    type,
    from: key(from),
    to,
    verdict: { confidence, at: at('30') },
  });
}

describe('deployment frequency', () => {
  it('counts successful production deployments for each week and their days', () => {
    const result = measured('deploymentFrequency', [
      deploy('0', 'a', '01 00:00'),
      deploy('1', 'b', '02 10:00'),
      deploy('2', 'c', '02 15:00'),
      deploy('3', 'd', '04 10:00'),
      deploy('4', 'e', '10 10:00', { state: 'failure' }),
    ]);
    expect(result).toMatchObject({ state: 'ok', n: 4 });
    expect(result.value).toBeCloseTo(4 / WEEKS_IN_MARCH);
    expect(result.parts).toEqual({ change: 4, deployDaysPerWeek: 0 });
  });

  it('is unknown, and never zero or elite, without deployments', () => {
    const result = measured('deploymentFrequency', [change(1, '02 10:00')]);
    expect(result).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-deployments',
      n: 0,
    });
    expect(result.value).toBeUndefined();
  });

  it('is a true zero in a month after the first deployment', () => {
    const old = '2026-01-05T00:00:00.000Z';
    const result = measured('deploymentFrequency', [
      deploy('0', 'a', '01', {
        createdAt: old,
        statuses: [{ state: 'success', at: old }],
      }),
    ]);
    expect(result).toMatchObject({ state: 'ok', value: 0, n: 0 });
  });

  it('is unknown in a window before the first deployment', () => {
    const collected = collectMeasure(
      'deploymentFrequency',
      history([deploy('0', 'a', '01 00:00')]),
    );
    const window = { from: '2026-01-01T00:00:00.000Z', to: at('01') };
    const { calendar } = history([]).options;
    expect(
      summariseMeasure(collected, { window, calendar, now: NOW }),
    ).toMatchObject({
      state: 'insufficient-data',
      reason: 'before-first-record',
    });
  });

  it('leaves out a redeploy of the same commit', () => {
    const result = measured('deploymentFrequency', [
      deploy('0', 'a', '01 00:00'),
      deploy('1', 'a', '02 00:00'),
    ]);
    expect(result.n).toBe(1);
    expect(leftOut(result)).toEqual(['1: redeploy']);
  });

  it.each([
    ['within half an hour as one deployment', {}, '10:20', []],
    ['an hour later as a promotion', {}, '11:00', ['2: promotion']],
    ['of one group as one deployment', { deploymentGroup: 'g' }, '18:00', []],
  ])('takes a second region %s', (_name, fields, time, excluded) => {
    const result = measured('deploymentFrequency', [
      deploy('1', 'a', '02 10:00', { ...fields, environment: 'prod-eu' }),
      deploy('2', 'a', `02 ${time}`, { ...fields, environment: 'prod-us' }),
    ]);
    expect(result.n).toBe(1);
    expect(leftOut(result)).toEqual(excluded);
  });

  it('finishes with the last region', () => {
    const { rollouts } = history([
      deploy('1', 'a', '02 10:00', { environment: 'prod-eu' }),
      deploy('2', 'a', '02 10:20', { environment: 'prod-us' }),
    ]);
    expect(rollouts).toMatchObject([{ finishedAt: at('02 10:20') }]);
  });

  it('takes the first success and not the time of a superseded deployment', () => {
    const statuses: DeploymentStatus[] = [
      { state: 'success', at: at('02 10:00') },
      { state: 'inactive', at: at('08 10:00') },
    ];
    const { rollouts } = history([deploy('1', 'a', '02 09:00', { statuses })]);
    expect(rollouts).toMatchObject([
      { outcome: 'success', finishedAt: at('02 10:00') },
    ]);
  });

  it('annotates a freeze', () => {
    const calendar = {
      ...history([]).options.calendar,
      freezes: [{ from: at('10'), to: at('20'), title: 'Inventory' }],
    };
    const result = measured(
      'deploymentFrequency',
      [deploy('0', 'a', '01 00:00')],
      { calendar },
    );
    expect(result.marks).toMatchObject([{ kind: 'freeze', at: at('10') }]);
  });

  it('does not guess that an environment without a telling name is production', () => {
    const result = measured('deploymentFrequency', [
      deploy('1', 'a', '02 10:00', { environment: 'blue' }),
      deploy('2', 'a', '02 10:00', { environment: 'staging' }),
    ]);
    expect(result).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-production-environment',
    });
    expect(leftOut(result)).toEqual([
      '1: unknown-environment',
      '2: not-production',
    ]);
  });
});

describe('deploy failure rate', () => {
  it('counts what could not be brought about and leaves out what concurrency called off', () => {
    const result = measured('deployFailureRate', [
      deploy('1', 'a', '02 10:00'),
      deploy('2', 'b', '03 10:00', { state: 'failure' }),
      deploy('3', 'c', '04 10:00', { state: 'cancelled' }),
      deploy('4', 'd', '05 10:00', { state: 'in_progress' }),
    ]);
    expect(result).toMatchObject({ value: 0.5, n: 2 });
    expect(leftOut(result)).toEqual(['3: cancelled', '4: not-finished']);
  });

  it('takes a retry of the same commit as another attempt of one rollout', () => {
    const records = [
      deploy('1', 'a', '02 10:00', { state: 'failure' }),
      deploy('2', 'a', '02 12:00'),
    ];
    expect(measured('deployFailureRate', records)).toMatchObject({
      value: 0,
      n: 1,
      evidence: [key('1'), key('2')],
    });
    expect(history(records).rollouts[0].attempts).toHaveLength(2);
  });
});

describe('change fail rate', () => {
  const base = [
    change(0, '01 00:00'),
    change(1, '02 09:00'),
    deploy('0', 'm0', '01 00:00'),
    deploy('1', 'm1', '02 10:00'),
  ];
  const p1 = incident('P1', '02 12:00', '02 15:00');

  it.each<[string, DeliveryRecord[], Record<string, number> | undefined]>([
    ['nothing happened', [], undefined],
    ['an incident followed within the window', [p1], { inferred: 1 }],
    [
      'a person confirmed the link',
      [p1, link('causes', '1', p1.key)],
      { confirmed: 1 },
    ],
    [
      'a person rejected the link',
      [p1, link('causes', '1', p1.key, 'rejected')],
      undefined,
    ],
    [
      'the source names the cause',
      [
        {
          ...p1,
          cause: { deployment: key('1'), confidence: 'confirmed' as const },
        },
      ],
      { confirmed: 1 },
    ],
    ['it was rolled back', [deploy('2', 'm0', '02 11:00')], { confirmed: 1 }],
    [
      'its change was reverted by a later one',
      [
        change(2, '02 20:00', { revertOf: ['m1'] }),
        deploy('2', 'm2', '02 21:00'),
      ],
      { confirmed: 1 },
    ],
    [
      'its change was reverted before it was deployed',
      [
        change(2, '02 09:30', { revertOf: ['m1'] }),
        deploy('1', 'm2', '02 10:00'),
      ],
      undefined,
    ],
    [
      'two incidents followed',
      [p1, incident('P2', '02 13:00', '02 14:00')],
      { inferred: 1 },
    ],
    [
      'the incident came two days later',
      [incident('P3', '04 12:00')],
      undefined,
    ],
    ['the incident was none', [{ ...p1, withdrawn: true }], undefined],
    [
      'the incident was none for a while',
      [{ ...p1, withdrawn: false }],
      { inferred: 1 },
    ],
  ])('when %s', (_name, records, parts) => {
    const merged = new Map([...base, ...records].map(r => [r.key, r]));
    const result = measured('changeFailRate', [...merged.values()]);
    expect(result.parts).toEqual(parts);
    expect(result.value).toBe((parts ? 1 : 0) / result.n);
  });

  it('blames the last deployment before the incident only', () => {
    const { failures } = history([
      ...base,
      change(2, '02 11:00'),
      deploy('2', 'm2', '02 11:30'),
      p1,
    ]);
    expect([...failures.byRelease.keys()]).toEqual([key('2')]);
  });

  it('does not judge rollbacks, redeploys and the young', () => {
    const result = measured(
      'changeFailRate',
      [
        ...base,
        deploy('2', 'm0', '02 11:00'),
        deploy('3', 'm0', '02 12:00'),
        deploy('4', 'new', '31 23:00'),
      ],
      { now: NOW },
    );
    expect(result.n).toBe(2);
    expect(leftOut(result)).toEqual([
      '2: rollback',
      '3: redeploy',
      '4: immature',
    ]);
  });

  it('judges a deployment once it is older than a day', () => {
    const at24 = (now: string) =>
      measured('changeFailRate', [deploy('1', 'a', '10 10:00')], {
        now: at(now),
      });
    expect(at24('11 10:00')).toMatchObject({
      n: 0,
      reason: 'no-judged-deployments',
    });
    expect(leftOut(at24('11 10:00'))).toEqual(['1: immature']);
    expect(at24('11 10:01')).toMatchObject({ n: 1, value: 0 });
    expect(measured('changeFailRate', [])).toMatchObject({
      reason: 'no-deployments',
    });
  });

  it('tells of an incident that is laid at no door when it was', () => {
    const { excluded } = measured('changeFailRate', [
      deploy('1', 'm1', '10 10:00'),
      incident('P0', '09 12:00'),
      { ...incident('P1', '12 12:00'), detectedAt: undefined },
    ]);
    expect(excluded.map(({ at: time, reason }) => `${time} ${reason}`)).toEqual(
      [
        '2026-03-31T00:00:00.000Z no-start',
        '2026-03-09T12:00:00.000Z before-first-deployment',
      ],
    );
  });

  it('leaves an incident before the first deployment unlinked, so the rate stays below one', () => {
    const result = measured('changeFailRate', [
      deploy('1', 'm1', '10 10:00'),
      incident('P0', '09 12:00'),
    ]);
    expect(result).toMatchObject({ value: 0, n: 1 });
    expect(leftOut(result)).toEqual(['P0: before-first-deployment']);
  });

  it('comes to the same whenever an incident arrives', () => {
    const records = [...base, p1, deploy('2', 'm0', '05 11:00')];
    const late = [...base, deploy('2', 'm0', '05 11:00'), p1];
    const result = measured('changeFailRate', records);
    expect(measured('changeFailRate', late)).toEqual(result);
    expect(measured('changeFailRate', [...late].reverse()).value).toBe(
      result.value,
    );
  });

  it('takes going back step by step as rollbacks of both', () => {
    const records = [
      deploy('1', 'a', '02 10:00'),
      deploy('2', 'b', '03 10:00'),
      deploy('3', 'c', '04 10:00'),
      deploy('4', 'b', '04 11:00'),
      deploy('5', 'a', '04 13:00'),
    ];
    expect(measured('changeFailRate', records)).toMatchObject({
      n: 3,
      value: 2 / 3,
    });
    const { failures } = history(records);
    expect([...failures.byRelease]).toMatchObject([
      [key('3'), { evidence: [key('4')], recoveredAt: at('04 11:00') }],
      [key('2'), { evidence: [key('5')], recoveredAt: at('04 13:00') }],
    ]);
  });

  it('lays a rollback at the door of what was deployed anew meanwhile', () => {
    const { failures } = history([
      deploy('1', 'a', '02 10:00'),
      deploy('2', 'b', '03 10:00'),
      deploy('3', 'b', '03 11:00'),
      deploy('4', 'a', '03 12:00'),
    ]);
    expect([...failures.byRelease.keys()]).toEqual([key('2')]);
  });

  it('blames what a rollback names before what it took the place of', () => {
    const records = (previousId: string, source = 'github') => [
      deploy('1', 'a', '02 10:00'),
      deploy('2b', 'b', '03 09:00', { state: 'failure' }),
      deploy('2', 'b', '03 10:00'),
      deploy('3', 'c', '04 10:00'),
      deploy('4', 'a', '04 11:00', { previousId, source }),
    ];
    const failed = (...own: Parameters<typeof records>) => [
      ...history(records(...own)).failures.byRelease.keys(),
    ];
    expect(failed('2')).toEqual([key('2')]);
    expect(failed('9')).toEqual([key('3')]);
    expect(failed('2', 'gitlab')).toEqual([key('3')]);
  });

  it('takes going back from the third to the first release as a rollback of the third alone', () => {
    const { failures, releases } = history([
      deploy('1', 'a', '02 10:00'),
      deploy('2', 'b', '03 10:00'),
      deploy('3', 'c', '04 10:00'),
      deploy('4', 'a', '04 11:00'),
      deploy('5', 'b', '05 11:00'),
    ]);
    expect([...failures.byRelease.keys()]).toEqual([key('3')]);
    expect(
      [...releases.values()].flat().map(({ releaseKind }) => releaseKind),
    ).toEqual(['change', 'change', 'change', 'rollback', 'change']);
  });
});

describe('failed deployment recovery time', () => {
  const base = [deploy('0', 'm0', '01 00:00'), deploy('1', 'm1', '02 10:00')];

  it.each<[string, DeliveryRecord[], number]>([
    ['a rollback', [deploy('2', 'm0', '02 11:00')], 1],
    [
      'a hotfix',
      [
        incident('P1', '02 10:30'),
        deploy('2', 'x', '02 12:00', { ref: 'hotfix/tax' }),
      ],
      2,
    ],
    ['the end of the incident', [incident('P1', '02 10:30', '02 13:00')], 3],
    [
      'the end of the last of several incidents',
      [
        incident('P1', '02 10:30', '02 13:00'),
        incident('P2', '02 10:40', '02 14:00'),
      ],
      4,
    ],
    [
      'a deployment linked as the remedy',
      [
        incident('P1', '02 10:30', '02 20:00'),
        deploy('2', 'x', '02 15:00'),
        link('remediates', '2', 'incident:pagerduty:P1'),
      ],
      5,
    ],
  ])('ends with %s', (_name, records, hours) => {
    const result = measured('recoveryTime', [...base, ...records]);
    expect(result).toMatchObject({ n: 1, open: 0, value: hours * HOUR });
  });

  it('is not known of an incident that was none', () => {
    const records = [
      ...base,
      { ...incident('P1', '02 10:30', '02 13:00'), withdrawn: true },
      { ...incident('P0', '01 00:00'), detectedAt: undefined, withdrawn: true },
      link('causes', '1', 'incident:pagerduty:P1'),
    ];
    expect(measured('recoveryTime', records)).toMatchObject({
      n: 0,
      reason: 'no-failed-deployments',
    });
    expect(leftOut(measured('changeFailRate', records))).toEqual([]);
  });

  it('says nothing while nothing failed', () => {
    expect(measured('recoveryTime', base)).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-failed-deployments',
    });
  });

  it('counts an open failure as longer than all others', () => {
    const records = [
      ...base,
      incident('P1', '02 10:30', '02 11:00'),
      deploy('2', 'm2', '05 10:00'),
      incident('P2', '05 10:30', '05 12:00'),
      deploy('3', 'm3', '08 10:00'),
      incident('P3', '08 10:30'),
    ];
    expect(measured('recoveryTime', records)).toMatchObject({
      n: 3,
      open: 1,
      value: 2 * HOUR,
      percentiles: { p75: undefined },
    });
    expect(
      measured('recoveryTime', records.slice(0, 2).concat(records.slice(5))),
    ).toMatchObject({ state: 'insufficient-data', reason: 'still-open', n: 1 });
  });

  it('opens again with a reopened incident', () => {
    const reopened = {
      ...incident('P1', '02 10:30', '02 11:00'),
      reopened: [at('02 12:00')],
    };
    expect(measured('recoveryTime', [...base, reopened])).toMatchObject({
      n: 1,
      open: 1,
    });
  });
});

describe('deployment rework rate', () => {
  it('counts rollbacks, hotfixes and remedies over all successful deployments', () => {
    const result = measured('reworkRate', [
      deploy('0', 'a', '01 00:00'),
      deploy('1', 'b', '02 10:00'),
      deploy('2', 'a', '02 11:00'),
      deploy('3', 'c', '03 10:00', { ref: 'refs/heads/hotfix/tax' }),
      deploy('4', 'd', '04 10:00'),
      link('remediates', '4', 'https://tickets.example.com/7'),
    ]);
    expect(result).toMatchObject({
      n: 5,
      value: 3 / 5,
      parts: { rollback: 1, hotfix: 1, remediation: 1 },
    });
  });
});

describe('share of automatic deployments', () => {
  it('counts only what is known, and approvals apart', () => {
    const result = measured('automaticDeployments', [
      deploy('1', 'a', '02 10:00', { trigger: 'automatic' }),
      deploy('2', 'b', '03 10:00', { trigger: 'approved' }),
      deploy('3', 'c', '04 10:00', { trigger: 'manual' }),
      deploy('4', 'd', '05 10:00', { trigger: 'automatic' }),
      deploy('5', 'e', '06 10:00'),
    ]);
    expect(result).toMatchObject({
      n: 4,
      value: 0.5,
      parts: { automatic: 2, approved: 1, manual: 1 },
    });
    expect(leftOut(result)).toEqual(['5: unknown-trigger']);
  });
});

describe('windows', () => {
  it('add up when they are split', () => {
    const collected = collectMeasure(
      'deploymentFrequency',
      history(
        Array.from({ length: 20 }, (_, i) =>
          deploy(`${i}`, `s${i}`, `${String(i + 1).padStart(2, '0')} 10:00`),
        ),
      ),
    );
    const { calendar } = history([]).options;
    const n = (window: { from: string; to: string }) =>
      summariseMeasure(collected, { window, calendar, now: NOW }).n;
    expect(
      n({ from: MARCH.from, to: at('09 10:00') }) +
        n({ from: at('09 10:00'), to: MARCH.to }),
    ).toBe(n(MARCH));
  });
});
