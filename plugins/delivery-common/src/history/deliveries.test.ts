import { change, DAY, deploy, history, HOUR } from '../__testUtils__/records';
import { DeliveryRecord } from '../records';
import { HistoryOptions } from './options';

const seed = deploy('0', 'm0', '01 00:00');
const both = (id: string, sha: string, time: string) =>
  ['eu', 'us'].map(region =>
    deploy(`${id}${region}`, sha, time, { environment: `prod-${region}` }),
  );

/** Which changes came with which deployment, for example `1: 2`. */
function delivered(
  records: DeliveryRecord[],
  options: Partial<HistoryOptions> = {},
): string[] {
  const { deliveries } = history(records, options);
  return [...deliveries.byChange.values()]
    .map(({ change: { number }, release, status }) =>
      [`${number}: ${release.key.split(':').at(-1)}`, status].join(' '),
    )
    .sort();
}

const partial = (records: DeliveryRecord[]) =>
  history(records).deliveries.partial.map(
    ({ release, reason }) => `${release.key.split(':').at(-1)}: ${reason}`,
  );

describe('what a release brought', () => {
  it.each<[string, string | undefined, string | undefined, boolean]>([
    ['of its branch', 'main', 'main', true],
    ['of another branch', 'next', 'main', false],
    ['whose branch is not told', undefined, 'main', true],
    ['if its own branch is not told', 'next', undefined, true],
  ])('are changes %s', (_name, targetBranch, own, isDelivered) => {
    const records = [
      seed,
      change(1, '02 12:00', { targetBranch }),
      change(2, '02 12:30', { targetBranch: own }),
      deploy('1', 'm2', '02 13:00'),
    ];
    expect(delivered(records).includes('1: 1 delivered')).toBe(isDelivered);
    expect(delivered(records)).toContain('2: 1 delivered');
  });

  it('are changes of one of its entities', () => {
    const [shop, web] = ['component:default/shop', 'component:default/web'];
    const of = (...entities: string[]) =>
      delivered([
        seed,
        change(1, '02 12:00', { entities }),
        change(2, '02 12:30'),
        deploy('1', 'm2', '02 13:00'),
      ]).includes('1: 1 delivered');
    expect(of(shop, web)).toBe(true);
    expect(of(web)).toBe(false);
    expect(of()).toBe(true);
  });

  it('is what the source compares with the version before, and no other range', () => {
    const unlocated = { mergeSha: undefined, headSha: undefined };
    const records = (base: string) => [
      seed,
      change(1, '02 12:00', { ...unlocated, commits: [{ sha: 'x' }] }),
      deploy('1', 'z', '02 13:00', {
        ranges: [{ base, commits: [{ sha: 'x' }] }],
      }),
    ];
    expect(delivered(records('m0'))).toEqual(['1: 1 delivered']);
    expect(partial(records('m0'))).toEqual([]);
    expect(delivered(records('m1'))).toEqual([]);
    expect(partial(records('m1'))).toEqual(['1: unlocated']);
  });

  it('takes no range for the first version in an environment', () => {
    const records = [
      deploy('0', 'm0', '01 00:00', {
        ranges: [{ base: 'old', commits: [{ sha: 'x' }] }],
      }),
      change(1, '02 12:00', {
        mergeSha: undefined,
        headSha: undefined,
        commits: [{ sha: 'x' }],
      }),
    ];
    expect(delivered(records)).toEqual([]);
  });

  it('follows from the order of merges only where no environment tells it whole', () => {
    const [eu, us] = both('1', 'm2', '02 13:00');
    const range = (isPartial: boolean) => ({
      ranges: [{ base: 'm0', commits: [{ sha: 'm2' }], partial: isPartial }],
    });
    const records = (...deployments: DeliveryRecord[]) => [
      ...both('0', 'm0', '01 00:00'),
      change(1, '02 12:00'),
      change(2, '02 12:30'),
      ...deployments,
    ];
    const two = ['2: 1eu delivered'];
    const all = ['1: 1eu delivered', ...two];
    const told = { ...eu, ...range(false) };
    const inPart = { ...us, ...range(true) };
    expect(delivered(records(told, us))).toEqual(two);
    expect(delivered(records(told, inPart))).toEqual(two);
    expect(delivered(records(eu, inPart))).toEqual(all);
    expect(partial(records(told, inPart))).toEqual([]);
    expect(partial(records(eu, inPart))).toEqual(['1eu: range']);
    expect(partial(records(eu, us))).toEqual([]);
  });

  it('is not asked of what goes back, again or on', () => {
    expect(
      partial([
        seed,
        deploy('1', 'x', '02 13:00'),
        deploy('2', 'x', '03 13:00'),
        deploy('3', 'x', '04 13:00', { environment: 'prod-us' }),
        deploy('4', 'm0', '05 13:00'),
        deploy('5', 'y', '06 13:00', { ref: 'hotfix/tax' }),
      ]),
    ).toEqual(['1: unlocated', '5: unlocated']);
  });

  it('is not all told after a pause that is longer than a gap', () => {
    const records = [
      deploy('0', 'm0', '03 00:00'),
      change(1, '04 23:00'),
      deploy('1', 'm1', '05 00:00'),
    ];
    const marks = (historyGap: number) =>
      history(records, { historyGap }).deliveries.partial.map(
        ({ reason }) => reason,
      );
    expect(marks(2 * DAY)).toEqual([]);
    expect(marks(2 * DAY - 1)).toEqual(['gap']);
  });

  it('stays what it is after a gap, if it was merged a gap before', () => {
    const records = [
      deploy('0', 'm0', '01 00:00'),
      change(1, '03 00:00'),
      deploy('1', 'm1', '05 00:00'),
    ];
    expect(delivered(records, { historyGap: 2 * DAY })).toEqual([
      '1: 1 delivered',
    ]);
    expect(delivered(records, { historyGap: 2 * DAY - HOUR })).toEqual([
      '1: 1 history-gap',
    ]);
  });
});

describe('what an attempt says', () => {
  const attempts = (first: object, second: object = {}) => [
    seed,
    deploy('1', 'a', '02 10:00', { state: 'failure', ...first }),
    deploy('2', 'a', '02 11:00', second),
  ];
  const kindOf = (
    records: DeliveryRecord[],
    options: Partial<HistoryOptions> = {},
  ) =>
    [...history(records, options).releases.values()].flat().at(-1)?.releaseKind;

  it('counts for the release that came of it', () => {
    expect(kindOf(attempts({ deploymentKind: 'redeploy' }))).toBe('redeploy');
    expect(kindOf(attempts({ ref: 'hotfix/tax' }, { ref: 'main' }))).toBe(
      'hotfix',
    );
  });

  it('of a hotfix may be told by any of several patterns', () => {
    const hotfixRefs = [/^fix-/, /^urgent-/];
    for (const ref of ['fix-1', 'urgent-1']) {
      expect(kindOf(attempts({}, { ref }), { hotfixRefs })).toBe('hotfix');
    }
    expect(kindOf(attempts({}, { ref: 'main' }), { hotfixRefs })).toBe(
      'change',
    );
  });

  it('of a time without a version is a release of its own', () => {
    const unknown = (id: string, time: string) =>
      deploy(id, '', time, { sha: undefined });
    const records = [unknown('1', '02 10:00'), unknown('2', '02 10:10')];
    expect(history(records).rollouts).toHaveLength(2);
    expect(kindOf(records)).toBe('change');
  });
});
