import {
  at,
  change,
  deploy,
  history,
  incident,
  measured,
  record,
} from '../__testUtils__/records';
import { Confidence, DeliveryRecord, LinkType } from '../records';

const region = (
  name: string,
  sha: string,
  time: string,
  fields: Parameters<typeof deploy>[3] = {},
) =>
  deploy(`${name}${sha}${time.replace(/\D/g, '')}`, sha, time, {
    environment: `prod-${name}`,
    ...fields,
  });

const rollouts = (...records: DeliveryRecord[]) => history(records).rollouts;

describe('a rollout', () => {
  it.each<[string, string, string]>([
    ['success', 'failure', 'failure'],
    ['success', 'timedOut', 'timedOut'],
    ['success', 'cancelled', 'success'],
    ['cancelled', 'success', 'success'],
    ['in_progress', 'cancelled', 'cancelled'],
  ])('in which one region ends in %s and one in %s is %s', (a, b, outcome) => {
    expect(
      rollouts(
        region('eu', 'a', '02 10:00', { state: a as 'success' }),
        region('us', 'a', '02 10:10', { state: b as 'success' }),
      ),
    ).toMatchObject([{ outcome }]);
  });

  it('is created with its first region and ends with the last of its outcome', () => {
    const [rollout] = rollouts(
      region('eu', 'a', '02 10:00', { createdAt: at('02 09:40') }),
      region('us', 'a', '02 10:05', { createdAt: at('02 09:30') }),
      region('asia', 'a', '02 10:20', { state: 'cancelled' }),
    );
    expect(rollout).toMatchObject({
      createdAt: at('02 09:30'),
      finishedAt: at('02 10:05'),
    });
  });

  it('is by hand where one of its regions is', () => {
    const triggers = (a?: 'automatic', b?: 'manual' | 'approved') =>
      rollouts(
        region('eu', 'a', '02 10:00', { trigger: a }),
        region('us', 'a', '02 10:10', { trigger: b }),
      ).map(({ trigger }) => trigger);
    expect(triggers('automatic', 'manual')).toEqual(['manual']);
    expect(triggers('automatic', 'approved')).toEqual(['approved']);
    expect(triggers('automatic')).toEqual(['automatic']);
    expect(triggers()).toEqual([undefined]);
  });

  it.each<[string, DeliveryRecord[], number]>([
    [
      'half an hour apart by their finish',
      [
        region('eu', 'a', '02 10:00', { createdAt: at('02 08:00') }),
        region('us', 'a', '02 10:30', { createdAt: at('02 10:00') }),
      ],
      1,
    ],
    [
      'more than that apart',
      [region('eu', 'a', '02 10:00'), region('us', 'a', '02 10:31')],
      2,
    ],
    [
      'of which one is not finished yet',
      [
        region('eu', 'a', '02 10:00'),
        region('us', 'a', '02 10:20', { state: 'in_progress' }),
      ],
      1,
    ],
    [
      'of two versions',
      [region('eu', 'a', '02 10:00'), region('us', 'b', '02 10:10')],
      2,
    ],
    [
      'of no known version',
      [
        region('eu', '', '02 10:00', { sha: undefined }),
        region('us', '', '02 10:10', { sha: undefined }),
      ],
      2,
    ],
    [
      'of no known version in one group',
      [
        region('eu', '', '02 10:00', { sha: undefined, deploymentGroup: 'g' }),
        region('us', '', '05 10:00', { sha: undefined, deploymentGroup: 'g' }),
      ],
      1,
    ],
    [
      'of two groups',
      [
        region('eu', 'a', '02 10:00', { deploymentGroup: 'g' }),
        region('us', 'a', '02 10:10', { deploymentGroup: 'h' }),
      ],
      2,
    ],
    [
      'and the first of them once more',
      [
        region('eu', 'a', '02 10:00'),
        region('us', 'a', '02 10:05'),
        region('eu', 'a', '02 10:10'),
      ],
      2,
    ],
    [
      'of one group and the first of them once more',
      [
        region('eu', 'a', '02 10:00', { deploymentGroup: 'g' }),
        region('us', 'a', '03 10:00', { deploymentGroup: 'g' }),
        region('eu', 'a', '04 10:00', { deploymentGroup: 'g' }),
      ],
      2,
    ],
  ])('is one of regions %s, or not', (_name, records, expected) => {
    expect(rollouts(...records)).toHaveLength(expected);
    expect(rollouts(...[...records].reverse())).toHaveLength(expected);
  });

  it('comes after those that were finished, or else begun, before it', () => {
    expect(
      rollouts(
        region('eu', 'b', '03 10:00', { state: 'in_progress' }),
        region('eu', 'a', '04 10:00', { createdAt: at('02 10:00') }),
        region('us', 'c', '02 10:00'),
      ).map(({ sha }) => sha),
    ).toEqual(['c', 'b', 'a']);
  });

  it.each<[string, string[], string, string]>([
    ['the last failure', ['failure', 'failure'], 'failure', '02 10:00'],
    [
      'the last that was called off',
      ['cancelled', 'cancelled'],
      'cancelled',
      '02 10:00',
    ],
    [
      'a failure before what was called off',
      ['failure', 'cancelled'],
      'failure',
      '02 09:00',
    ],
    ['a success', ['failure', 'success'], 'success', '02 10:00'],
  ])('of several tries ends with %s', (_name, states, outcome, time) => {
    const [first, second] = states as ['failure', 'failure'];
    expect(
      rollouts(
        region('eu', 'a', '02 09:00', { state: first }),
        region('eu', 'a', '02 10:00', { state: second }),
      ),
    ).toMatchObject([{ outcome, finishedAt: at(time) }]);
  });

  it('begins with its first status where nothing else tells', () => {
    const statuses = [
      { state: 'success' as const, at: at('02 10:00') },
      { state: 'queued' as const, at: at('02 09:00') },
    ];
    const begun = (fields: object) =>
      rollouts(
        region('eu', 'a', '02 10:00', { createdAt: undefined, ...fields }),
      ).map(({ createdAt }) => createdAt);
    expect(begun({ statuses })).toEqual([at('02 09:00')]);
    expect(begun({ statuses: undefined })).toEqual([at('31 00:00')]);
  });
});

describe('what is said of a deployment and an incident', () => {
  const link = (type: LinkType, from: string, confidence?: Confidence) =>
    record({
      kind: 'link',
      source: 'fairlead',
      type,
      from: `deployment:github:acme/shop:${from}`,
      to: 'incident:pagerduty:P1',
      verdict: confidence && { confidence, at: at('30') },
    });
  const p1 = incident('P1', '02 10:30', '02 20:00');
  const base = [
    deploy('0', 'm0', '01 00:00'),
    deploy('1', 'm1', '02 10:00'),
    p1,
    deploy('2', 'm2', '02 15:00'),
  ];

  it.each<[LinkType, Confidence | undefined, boolean]>([
    ['remediates', undefined, true],
    ['remediates', 'inferred', true],
    ['remediates', 'confirmed', true],
    ['remediates', 'rejected', false],
    ['causes', 'inferred', false],
    ['contains', 'confirmed', false],
  ])('by a link that %s it, %s, makes it a remedy or not', (...row) => {
    const [type, confidence, isRemedy] = row;
    const { parts } = measured('reworkRate', [
      ...base,
      link(type, '2', confidence),
    ]);
    expect(parts).toEqual(isRemedy ? { remediation: 1 } : undefined);
  });

  it.each<[Confidence | undefined, object | undefined]>([
    [undefined, { inferred: 1 }],
    ['inferred', { inferred: 1 }],
    ['confirmed', { confirmed: 1 }],
    ['rejected', undefined],
  ])('by a link that it causes it, %s, counts %j', (confidence, parts) => {
    expect(
      measured('changeFailRate', [...base, link('causes', '1', confidence)])
        .parts,
    ).toEqual(parts);
  });

  it.each<[Confidence, Confidence | undefined, object | undefined]>([
    ['confirmed', undefined, { confirmed: 1 }],
    ['confirmed', 'rejected', undefined],
    ['inferred', undefined, { inferred: 1 }],
  ])(
    'by the source, %s, and by a person, %s, counts %j',
    (confidence, verdict, parts) => {
      const cause = { deployment: 'deployment:github:acme/shop:1', confidence };
      const { parts: told } = measured('changeFailRate', [
        ...base.filter(({ kind }) => kind === 'deployment'),
        { ...p1, cause },
        ...(verdict ? [link('causes', '1', verdict)] : []),
      ]);
      expect(told).toEqual(parts);
    },
  );
});

describe('a change', () => {
  it('that was merged at the same moment as what is deployed comes with it', () => {
    const { deliveries } = history([
      deploy('0', 'm0', '01 00:00'),
      change(1, '02 12:00'),
      change(2, '02 12:00'),
      deploy('1', 'm2', '02 13:00'),
      change(3, '02 12:01'),
    ]);
    expect([...deliveries.byChange.keys()].sort()).toEqual([
      'change:github:acme/shop:1',
      'change:github:acme/shop:2',
    ]);
  });

  it('is that of two requests with one head which was merged first', () => {
    const { deliveries } = history([
      deploy('0', 'm0', '01 00:00'),
      change(1, '02 12:00', { headSha: 'h' }),
      change(2, '02 11:00', { headSha: 'h' }),
      deploy('1', 'h', '02 13:00', {
        ranges: [{ base: 'm0', commits: [{ sha: 'h' }] }],
      }),
    ]);
    expect([...deliveries.byChange.keys()]).toEqual([
      'change:github:acme/shop:2',
    ]);
  });
});
