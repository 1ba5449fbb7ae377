import fc from 'fast-check';
import { parseTrackYaml, validateTrack } from '.';

const task = (id: string, more: object = {}) => ({
  id,
  title: `Do ${id}`,
  ...more,
});

const spec = (tasks: unknown[], more: object = {}) => ({
  owner: 'platform',
  milestones: [{ id: 'first-week', title: 'First week', tasks }],
  ...more,
});

/** Without the marks that isolate values. */
const problemsOf = (given: unknown) =>
  validateTrack({ spec: given }).map(({ path, message }) =>
    `${path}: ${message}`.replace(/[\u2066-\u2069]/g, ''),
  );

const nest = (depth: number): object =>
  depth === 0 ? { kind: 'User' } : { $not: nest(depth - 1) };

describe('validateTrack', () => {
  it.each<[string, unknown]>([
    [
      'every way to verify',
      spec([
        task('a', { verifiedBy: { record: 'merged-change', times: 3 } }),
        task('b', {
          verifiedBy: {
            fact: {
              $all: [
                { 'facts.docs.pages.count': { $gte: 5, $lt: 50 } },
                { 'facts.security.lastScan': { $newerThan: '14d' } },
              ],
            },
            of: 'newcomer',
          },
        }),
        task('c', {
          verifiedBy: {
            template: 'laptop',
            values: { for: '{{user}}', deep: [{ team: '{{ team }}' }] },
          },
        }),
        task('d', { verifiedBy: { buddy: true }, after: ['a', 'b'] }),
        task('e', { verifiedBy: { self: true }, for: 'manager', takes: '30m' }),
        task('f', { for: 'group:it', owner: 'user:ann', docs: '/docs/a' }),
      ]),
    ],
    [
      'an audience',
      spec([task('a')], {
        audience: {
          $any: [
            { groups: { $contains: 'group:default/booking' } },
            { 'spec.profile.country': { $in: ['de', 'at'] } },
            { groups: { $exists: false } },
          ],
        },
      }),
    ],
    [
      'a track that only includes others',
      { owner: 'platform', includes: ['everybody'], milestones: [] },
    ],
    [
      'what comes after a task of an included track',
      spec([task('a', { after: ['elsewhere'] })], { includes: ['everybody'] }),
    ],
    [
      'a task after one of a later milestone',
      {
        owner: 'platform',
        milestones: [
          { id: 'one', title: 'One', tasks: [task('a', { after: ['b'] })] },
          { id: 'two', title: 'Two', tasks: [task('b')] },
        ],
      },
    ],
    [
      'a milestone of the catalog alone',
      {
        owner: 'platform',
        milestones: [
          { id: 'a', title: 'A', due: '0d', tasks: [], generate: ['people'] },
        ],
      },
    ],
    [
      'three hundred tasks',
      spec(Array.from({ length: 300 }, (_, n) => task(`t${n}`))),
    ],
  ])('takes %s', (_name, given) => {
    expect(problemsOf(given)).toEqual([]);
  });

  const M = 'spec.milestones[0].tasks';
  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'spec: is missing'],
    ['no owner', { milestones: [] }, 'spec.owner: is missing'],
    [
      'an unknown field',
      spec([task('a', { verifyBy: {} })]),
      `${M}[0]: has no field 'verifyBy', only id, title`,
    ],
    [
      'an unknown verification',
      spec([task('a', { verifiedBy: { webhook: 1 } })]),
      `${M}[0].verifiedBy: has no field 'webhook', only record`,
    ],
    [
      'an unknown record',
      spec([task('a', { verifiedBy: { record: 'x' } })]),
      `${M}[0].verifiedBy.record: takes green-build`,
    ],
    [
      'two verifications',
      spec([task('a', { verifiedBy: { buddy: true, self: true } })]),
      `${M}[0].verifiedBy: has buddy and self, keep one of them`,
    ],
    [
      'none',
      spec([task('a', { verifiedBy: {} })]),
      `${M}[0].verifiedBy: says not how`,
    ],
    [
      'what does not go together',
      spec([task('a', { verifiedBy: { buddy: true, times: 2 } })]),
      `${M}[0].verifiedBy.times: does not go with buddy`,
    ],
    [
      'the same id twice',
      spec([task('a'), task('a')]),
      `${M}[1].id: 'a' is taken by ${M}[0]`,
    ],
    [
      'an id of the catalog',
      spec([task('services-rest')]),
      `${M}[0].id: is kept for tasks that the catalog adds`,
    ],
    [
      'an after that is nothing',
      spec([task('a', { after: ['b'] })]),
      `${M}[0].after[0]: names no task`,
    ],
    [
      'a circle',
      spec([task('a', { after: ['b'] }), task('b', { after: ['a'] })]),
      `${M}[0].after[0]: makes tasks wait for each other: a -> b -> a`,
    ],
    [
      'a bad duration',
      spec([task('a', { takes: '2 hours' })]),
      `${M}[0].takes: takes a whole number and one of m, h, d, w`,
    ],
    [
      'a script as a link',
      spec([task('a', { links: [{ url: 'data:text/html,hello' }] })]),
      `${M}[0].links[0].url: takes an address`,
    ],
    [
      'another host as a path',
      spec([task('a', { docs: '//evil.example' })]),
      `${M}[0].docs: takes an address`,
    ],
    [
      'a component that does it',
      spec([task('a', { for: 'component:b' })]),
      `${M}[0].for: takes newcomer, buddy, manager or an entity of the kind Group, User, not 'component:b'`,
    ],
    [
      'an audience that nests too deep',
      spec([task('a')], { audience: nest(25) }),
      'spec.audience: nests more than 20 deep',
    ],
    [
      'an audience that is no predicate',
      spec([task('a')], { audience: { $some: 1 } }),
      'spec.audience: is no filter predicate',
    ],
    [
      'groups as a text',
      spec([task('a')], { audience: { groups: 'booking' } }),
      'spec.audience.groups: is a list of references',
    ],
    [
      'groups without a kind',
      spec([task('a')], { audience: { groups: { $contains: 'booking' } } }),
      'spec.audience.groups.$contains: takes a full reference',
    ],
    [
      'a rule without a fact',
      spec([task('a', { verifiedBy: { fact: { kind: 'User' } } })]),
      `${M}[0].verifiedBy.fact: names no fact`,
    ],
    [
      'a misspelt operator',
      spec([task('a', { verifiedBy: { fact: { 'facts.a.b': { $let: 1 } } } })]),
      `${M}[0].verifiedBy.fact.facts.a.b.$let: '$let' is no operator here`,
    ],
    [
      'an unknown placeholder',
      spec([
        task('a', { verifiedBy: { template: 't', values: { a: '{{name}}' } } }),
      ]),
      `${M}[0].verifiedBy.values.a: knows no '{{name}}'`,
    ],
    [
      'what a handover cannot take',
      {
        ...spec([task('a')]),
        purpose: 'handover',
        milestones: [{ id: 'a', title: 'A', tasks: [], generate: ['people'] }],
      },
      'spec.milestones[0].generate: takes services alone',
    ],
    [
      'a thousand tasks',
      spec(Array.from({ length: 1_000 }, (_, n) => task(`t${n}`))),
      'spec.milestones: has 1000 tasks, a track has 300 at most',
    ],
    [
      'a book',
      spec([task('a', { description: 'x'.repeat(65_537) })]),
      `${M}[0].description: is longer than 65536 characters`,
    ],
  ])('refuses %s', (_name, given, expected) => {
    expect(problemsOf(given).join('\n')).toContain(expected);
  });

  it('takes anything and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (any, other) => {
        const given = [
          any,
          spec([any], { audience: other }),
          spec([task('a', { verifiedBy: any, after: other })]),
        ];
        expect(given.map(one => validateTrack({ spec: one }))).toHaveLength(3);
      }),
    );
  });

  it('names one circle however long chains are', () => {
    const chain = Array.from({ length: 300 }, (_, n) =>
      task(`t${n}`, { after: [`t${(n + 1) % 300}`] }),
    );
    expect(problemsOf(spec(chain))).toHaveLength(1);
  });
});

describe('parseTrackYaml', () => {
  const GOOD = `apiVersion: fairlead.dev/v1alpha1
kind: OnboardingTrack
metadata: { name: a }
spec:
  owner: platform
  milestones:
    - id: first-week
      title: First week
      tasks: [{ id: a, title: A }]
`;

  it('reads a track', () => {
    expect(parseTrackYaml(GOOD)).toMatchObject({
      entity: { metadata: { name: 'a' } },
      problems: [],
    });
  });

  it.each([
    [
      'a field that is wrong',
      GOOD.replace('id: a,', 'id: A,'),
      9,
      'tasks[0].id',
    ],
    ['another kind', GOOD.replace('OnboardingTrack', 'Group'), 2, 'kind'],
    ['a name with blanks', GOOD.replace('name: a', 'name: "a b"'), 3, 'name'],
  ])('tells where %s stands', (_name, text, line, path) => {
    const { problems } = parseTrackYaml(text);
    expect(problems).toEqual([
      expect.objectContaining({ line, path: expect.stringContaining(path) }),
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a text', 'hello'],
    ['syntax', 'a: ['],
    ['a key that stands twice', `${GOOD}\nkind: OnboardingTrack\n`],
    ['two documents', `${GOOD}---\n${GOOD}`],
    [
      'aliases that multiply',
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(
        9,
      )}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]`,
    ],
    ['what nests', '['.repeat(5_000)],
    ['two megabytes', `# ${'x'.repeat(2_000_000)}`],
  ])('refuses %s with a problem', (_name, text) => {
    const { entity, problems } = parseTrackYaml(text);
    expect(entity).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
  });
});
