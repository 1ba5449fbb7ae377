import fc from 'fast-check';
import {
  at,
  change,
  deploy,
  HOUR,
  history,
  incident,
  leftOut,
  measured,
  record,
} from '../__testUtils__/records';
import { DeliveryRecord } from '../records';
import { MEASURE_DEFINITIONS } from './definitions';

const key = (id: string) => `deployment:github:acme/shop:${id}`;

/** A deployment named by its environment, version and time. */
function to(
  environment: string,
  sha: string,
  time: string,
  fields: Parameters<typeof deploy>[3] = {},
) {
  return deploy(`${environment}-${sha}-${time.replace(/\D/g, '')}`, sha, time, {
    environment: `prod-${environment}`,
    ...fields,
  });
}

/** Two regions, of which the second follows a day later. */
const regions = [
  to('eu', 'a', '16 10:00'),
  to('eu', 'b', '17 09:00'),
  to('us', 'a', '17 10:00'),
  to('eu', 'c', '18 08:00'),
  to('us', 'b', '18 09:00'),
  to('us', 'c', '19 08:00'),
];

const kinds = (records: DeliveryRecord[]) =>
  [...history(records).releases.values()]
    .flat()
    .map(({ deployments, releaseKind }) => {
      const [{ environment = '', sha }] = deployments;
      return `${environment.replace('prod-', '')}/${sha} ${releaseKind}`;
    });

const value = (
  id: Parameters<typeof measured>[0],
  records: DeliveryRecord[],
) => {
  const { state, value: told, n } = measured(id, records);
  return { state, value: told, n };
};

describe('versions that go to further production environments', () => {
  it('are released once, and promoted to the others', () => {
    expect(kinds(regions)).toEqual([
      'eu/a change',
      'eu/b change',
      'us/a promotion',
      'eu/c change',
      'us/b promotion',
      'us/c promotion',
    ]);
  });

  it('are neither deployments of their own nor rollbacks nor failures', () => {
    expect(measured('deploymentFrequency', regions)).toMatchObject({
      n: 3,
      parts: { change: 3 },
    });
    expect(value('changeFailRate', regions)).toMatchObject({ value: 0, n: 3 });
    expect(value('reworkRate', regions)).toMatchObject({ value: 0, n: 3 });
    expect(measured('recoveryTime', regions)).toMatchObject({
      state: 'insufficient-data',
      reason: 'no-failed-deployments',
    });
    expect(value('deployFailureRate', regions)).toMatchObject({
      value: 0,
      n: 6,
    });
    for (const id of ['deploymentFrequency', 'changeFailRate'] as const) {
      expect(
        measured(id, regions).excluded.map(({ reason }) => reason),
      ).toEqual(['promotion', 'promotion', 'promotion']);
    }
  });

  it.each<[string, DeliveryRecord[], string[]]>([
    [
      'to rings that skip versions',
      [
        to('canary', 'a', '02 10:00'),
        to('canary', 'b', '03 10:00'),
        to('all', 'b', '04 10:00'),
        to('canary', 'c', '05 10:00'),
        to('canary', 'd', '06 10:00'),
        to('all', 'd', '07 10:00'),
      ],
      [
        'canary/a change',
        'canary/b change',
        'all/b promotion',
        'canary/c change',
        'canary/d change',
        'all/d promotion',
      ],
    ],
    [
      'to customers on lines of their own',
      [
        to('x', 'v1', '02 10:00'),
        to('y', 'v1', '02 12:00'),
        to('y', 'v2', '03 10:00'),
        to('x', 'v1.1', '04 10:00'),
        to('x', 'v2', '05 10:00'),
      ],
      [
        'x/v1 change',
        'y/v1 promotion',
        'y/v2 change',
        'x/v1.1 change',
        'x/v2 promotion',
      ],
    ],
    [
      'to one environment under a name that differs by case',
      [
        to('eu', 'a', '02 10:00'),
        to('EU', 'b', '03 10:00'),
        to('eu', 'a', '04 10:00'),
      ],
      ['eu/a change', 'EU/b change', 'eu/a rollback'],
    ],
    [
      'as artifacts of which no commit is known',
      [
        to('eu', '', '02 10:00', { sha: undefined, artifact: 'pkg:oci/s@1' }),
        to('us', '', '03 10:00', { sha: undefined, artifact: 'pkg:oci/s@1' }),
        to('us', '', '04 10:00', { sha: undefined, artifact: 'pkg:oci/s@2' }),
        to('us', '', '05 10:00', { sha: undefined, artifact: 'pkg:oci/s@1' }),
        to('eu', '', '06 10:00', { sha: undefined, artifact: 'pkg:oci/s' }),
        to('us', '', '07 10:00', { sha: undefined, artifact: 'pkg:oci/s' }),
      ],
      [
        'eu/undefined change',
        'us/undefined promotion',
        'us/undefined change',
        'us/undefined rollback',
        'eu/undefined change',
        'us/undefined change',
      ],
    ],
    [
      'and are deployed there again',
      [
        to('eu', 'a', '02 10:00'),
        to('us', 'a', '03 10:00'),
        to('us', 'a', '04 10:00'),
        to('eu', 'a', '05 10:00'),
      ],
      ['eu/a change', 'us/a promotion', 'us/a redeploy', 'eu/a redeploy'],
    ],
    [
      'and are said to be changes or hotfixes there too',
      [
        to('eu', 'a', '02 10:00'),
        to('eu', 'b', '03 10:00', { deploymentKind: 'hotfix' }),
        to('us', 'b', '04 10:00', { deploymentKind: 'hotfix' }),
        to('us', 'a', '05 10:00', { deploymentKind: 'rollback' }),
        to('asia', 'b', '06 10:00', { deploymentKind: 'change' }),
        to('asia', 'b', '07 10:00', { deploymentKind: 'change' }),
      ],
      [
        'eu/a change',
        'eu/b hotfix',
        'us/b promotion',
        'us/a rollback',
        'asia/b promotion',
        'asia/b change',
      ],
    ],
    [
      'as a hotfix by its ref',
      [
        to('eu', 'a', '02 10:00'),
        to('eu', 'b', '03 10:00', { ref: 'hotfix/tax' }),
        to('us', 'b', '04 10:00', { ref: 'hotfix/tax' }),
      ],
      ['eu/a change', 'eu/b hotfix', 'us/b promotion'],
    ],
  ])('%s', (_name, records, expected) => {
    expect(kinds(records)).toEqual(expected);
    expect(kinds([...records].reverse())).toEqual(expected);
  });

  it('are rolled back in one region while another goes on', () => {
    const records = [
      ...regions,
      to('us', 'b', '19 10:00'),
      to('eu', 'd', '20 08:00'),
    ];
    expect(kinds(records).slice(-2)).toEqual(['us/b rollback', 'eu/d change']);
    const rate = measured('changeFailRate', records);
    expect(rate).toMatchObject({ value: 1 / 4, n: 4, parts: { confirmed: 1 } });
    expect(rate.evidence).toContain(key('us-b-191000'));
    const { failures } = history(records);
    expect([...failures.byRelease.keys()]).toEqual([key('eu-c-180800')]);
    expect(measured('recoveryTime', records)).toMatchObject({
      n: 1,
      value: 2 * HOUR,
    });
    expect(measured('reworkRate', records)).toMatchObject({
      n: 5,
      parts: { rollback: 1 },
    });
  });

  it('fail once, however many regions they are rolled back in, and until the last of them is', () => {
    const records = [
      to('eu', 'a', '02 08:00'),
      to('us', 'a', '02 08:10'),
      to('eu', 'b', '03 08:00'),
      to('us', 'b', '03 10:00'),
      to('eu', 'a', '03 11:00'),
    ];
    expect(measured('recoveryTime', records)).toMatchObject({
      n: 1,
      value: 3 * HOUR,
    });
    const both = [...records, to('us', 'a', '03 14:00')];
    expect(value('changeFailRate', both)).toMatchObject({ value: 0.5, n: 2 });
    expect(measured('recoveryTime', both)).toMatchObject({
      n: 1,
      value: 6 * HOUR,
    });
  });

  it('go back in two regions at once by one rollback', () => {
    const records = [
      to('eu', 'a', '02 08:00'),
      to('us', 'a', '02 08:10'),
      to('eu', 'b', '03 08:00'),
      to('us', 'b', '03 08:10'),
      to('eu', 'a', '03 11:00'),
      to('us', 'a', '03 11:20'),
    ];
    expect(kinds(records)).toEqual([
      'eu/a change',
      'eu/b change',
      'eu/a rollback',
    ]);
    const { failures } = history(records);
    expect([...failures.byRelease.values()]).toMatchObject([
      {
        evidence: [key('eu-a-031100')],
        arrivedAt: at('03 08:00'),
        recoveredAt: at('03 11:20'),
      },
    ]);
  });

  it('are mended by a hotfix when that comes to the region in which they failed', () => {
    const records = [
      to('eu', 'a', '02 08:00'),
      to('us', 'a', '03 08:00'),
      to('us', 'b', '04 08:00'),
      incident('P1', '04 09:00'),
      to('eu', 'c', '04 10:00', { ref: 'hotfix/tax' }),
    ];
    expect(measured('recoveryTime', records)).toMatchObject({ n: 1, open: 1 });
    expect(
      measured('recoveryTime', [
        ...records,
        to('us', 'c', '04 12:00', { ref: 'hotfix/tax' }),
      ]),
    ).toMatchObject({ n: 1, value: 4 * HOUR });
  });

  it.each<[string, string, string]>([
    ['what is new to production', '17 11:00', 'eu-b-170900'],
    ['what is new to a region, if nothing else is', '19 09:00', 'eu-c-180800'],
  ])('are blamed for an incident as %s', (_name, detected, blamed) => {
    const { failures } = history([...regions, incident('P1', detected)]);
    expect([...failures.byRelease.keys()]).toEqual([key(blamed)]);
  });

  it('are acquitted by a verdict on either deployment', () => {
    const rejected = (deployment: string) =>
      measured('changeFailRate', [
        ...regions,
        incident('P1', '19 09:00'),
        record({
          kind: 'link',
          source: 'fairlead',
          type: 'causes',
          from: key(deployment),
          to: 'incident:pagerduty:P1',
          verdict: { confidence: 'rejected', at: at('30') },
        }),
      ]);
    for (const deployment of ['eu-c-180800', 'us-c-190800']) {
      expect(rejected(deployment).value).toBe(0);
      expect(leftOut(rejected(deployment))).toContain('P1: rejected');
    }
  });

  it('failed and were remedied where a link names a promotion', () => {
    const link = (type: 'causes' | 'remediates', deployment: string) =>
      record({
        kind: 'link',
        source: 'fairlead',
        type,
        from: key(deployment),
        to: 'incident:pagerduty:P1',
        verdict: { confidence: 'confirmed', at: at('30') },
      });
    const records = [
      ...regions,
      incident('P1', '25 09:00'),
      link('causes', 'us-b-180900'),
      link('remediates', 'us-c-190800'),
    ];
    expect(measured('changeFailRate', records)).toMatchObject({
      value: 1 / 3,
      parts: { confirmed: 1 },
    });
    expect(measured('recoveryTime', records)).toMatchObject({
      n: 1,
      value: 23 * HOUR,
    });
    expect(measured('reworkRate', records)).toMatchObject({
      n: 3,
      parts: { remediation: 1 },
    });
  });

  it('deliver their changes with the first environment that they reach', () => {
    const result = measured('leadTime', [
      change(1, '16 09:00'),
      change(2, '17 08:00', { mergeSha: 'b' }),
      change(3, '18 07:00', { mergeSha: 'c' }),
      ...regions,
    ]);
    expect(result).toMatchObject({ n: 2, value: HOUR });
    expect(leftOut(result)).toEqual(['1: seed-deployment']);
    expect(result.marks).toEqual([]);
  });

  it('do not make a boundary of a region that is seen for the first time', () => {
    const result = measured('leadTime', [
      change(1, '17 08:00', { mergeSha: 'b' }),
      change(2, '20 08:00', { mergeSha: 'd' }),
      ...regions,
      to('asia', 'b', '20 07:00'),
      to('asia', 'd', '20 09:00'),
      to('africa', 'd', '21 09:00'),
    ]);
    expect(result).toMatchObject({ n: 2, value: HOUR });
  });

  it('bring what lies between them and the one before in the same environment', () => {
    const commit = (sha: string) => ({ sha });
    const unlocated = { mergeSha: undefined, headSha: undefined };
    const result = measured('leadTime', [
      change(1, '17 08:00', { ...unlocated, commits: [{ sha: 'x' }] }),
      change(2, '17 08:30', { ...unlocated, commits: [{ sha: 'y' }] }),
      to('eu', 'a', '16 10:00'),
      to('us', 'z', '16 11:00'),
      to('eu', 'b', '17 09:00', {
        ranges: [
          { base: 'z', commits: [commit('y')] },
          { base: 'a', commits: [commit('x')] },
        ],
      }),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
    expect(leftOut(result)).toEqual(['2: not-delivered']);
  });

  it('were delivered before, if only their promotion tells what they brought', () => {
    const result = measured('leadTime', [
      change(1, '17 08:00', { mergeSha: undefined, commits: [{ sha: 'x' }] }),
      to('eu', 'a', '16 10:00'),
      to('us', 'a', '16 10:10'),
      to('eu', 'b', '17 09:00'),
      to('us', 'b', '18 09:00', {
        ranges: [{ base: 'a', commits: [{ sha: 'x' }, { sha: 'b' }] }],
      }),
    ]);
    expect(result).toMatchObject({ n: 1, value: HOUR });
  });

  it('reached production where only some of their regions failed', () => {
    const records = [
      change(1, '17 08:00', { mergeSha: 'b' }),
      to('eu', 'a', '16 10:00'),
      to('us', 'a', '16 10:10'),
      to('eu', 'b', '17 09:00'),
      to('us', 'b', '17 09:10', { state: 'failure' }),
    ];
    expect(measured('deployFailureRate', records)).toMatchObject({
      n: 2,
      value: 0.5,
    });
    expect(measured('leadTime', records)).toMatchObject({ n: 1, value: HOUR });
    expect(measured('deploymentFrequency', records).n).toBe(2);
  });

  it('stay one deployment in a group, though another comes between its regions', () => {
    const records = [
      to('eu', 'a', '02 10:00', { deploymentGroup: 'g' }),
      to('eu', 'b', '02 12:00', { deploymentGroup: 'g' }),
      to('us', 'a', '02 18:00', { deploymentGroup: 'g' }),
      to('us', 'b', '02 20:00', { deploymentGroup: 'g' }),
    ];
    expect(kinds(records)).toEqual(['eu/a change', 'eu/b change']);
    expect(value('changeFailRate', records)).toMatchObject({ value: 0, n: 2 });
  });

  it('are none of a service with one environment', () => {
    const oneByOne = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(1, 40)), {
        minLength: 1,
        maxLength: 10,
      })
      .map(steps => {
        let hour = 0;
        return steps.map(([sha, pause]) => {
          hour += pause;
          const day = String(2 + Math.floor(hour / 24)).padStart(2, '0');
          return to(
            'eu',
            sha,
            `${day} ${String(hour % 24).padStart(2, '0')}:00`,
          );
        });
      });
    fc.assert(
      fc.property(oneByOne, records => {
        expect(kinds(records).join()).not.toContain('promotion');
      }),
    );
  });

  it('change no measure but that of deploying by following everywhere a day later', () => {
    const versions = fc.array(fc.integer({ min: 1, max: 60 }), {
      minLength: 1,
      maxLength: 6,
    });
    const time = (hour: number) =>
      `${String(2 + Math.floor(hour / 24)).padStart(2, '0')} ${String(
        hour % 24,
      ).padStart(2, '0')}:00`;
    fc.assert(
      fc.property(versions, pauses => {
        let hour = 0;
        const times = pauses.map(pause => (hour += pause));
        const first = times.flatMap((own, i) => [
          change(i + 1, time(own), { mergeSha: `v${i}` }),
          to('eu', `v${i}`, time(own + 1)),
        ]);
        const second = times.map((own, i) => to('us', `v${i}`, time(own + 25)));
        for (const { id } of MEASURE_DEFINITIONS.filter(
          measure => measure.id !== 'deployFailureRate',
        )) {
          expect(value(id, [...first, ...second])).toEqual(value(id, first));
        }
      }),
      { numRuns: 50 },
    );
  });
});
