import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { createFactDirectory, FactType } from '../facts';
import { createScorecardSchema } from './scorecardSchema';
import { validateScorecard } from './validateScorecard';

const facts = createFactDirectory(
  Object.entries<[FactType?, string?]>({
    'ownership.ownerExists': ['boolean'],
    'ci.feedback.p90': ['duration', 'min'],
    'docs.pages.count': ['number', 'count'],
    'runtime.language': ['string'],
    'runtime.features': ['string[]'],
    'security.lastScan': ['date'],
    'custom.received.only': [],
  }).map(([id, [type, unit]]) => ({
    id,
    type,
    unit,
    sources: ['test'],
    declared: type !== undefined,
  })),
);

const GOOD = {
  apiVersion: 'fairlead.dev/v1alpha1',
  kind: 'Scorecard',
  metadata: { name: 'production-readiness', title: 'Production readiness' },
  spec: {
    owner: 'group:default/platform',
    appliesTo: { kind: 'Component', 'spec.type': { $in: ['service'] } },
    levels: ['bronze', 'silver'],
    checks: [
      {
        id: 'owned',
        title: 'Owned by a team',
        level: 'bronze',
        weight: 2,
        rule: { 'facts.ownership.ownerExists': true },
        why: 'A page at night needs a team.',
        fix: { text: 'Set `spec.owner`.', url: 'https://example.com/owner' },
      },
      {
        id: 'fast-builds',
        title: 'Builds answer within ten minutes',
        level: 'silver',
        maxAge: '14d',
        from: '2027-01-01',
        appliesTo: { 'spec.lifecycle': 'production' },
        rule: { 'facts.ci.feedback.p90': { $lte: '10m' } },
      },
    ],
  },
};

/** The good definition with one value set, or taken away with `undefined`. */
function withValue(path: string, value: unknown): JsonObject {
  const copy = structuredClone(GOOD);
  const keys = path.split('/');
  const last = keys.pop()!;
  const parent = keys.reduce<any>((current, key) => current[key], copy);
  if (value === undefined) {
    delete parent[last];
  } else {
    parent[last] = value;
  }
  return copy as unknown as JsonObject;
}

const withRule = (rule: unknown) => withValue('spec/checks/0/rule', rule);

describe('validateScorecard', () => {
  it('finds nothing wrong with a good definition, facts known or not', () => {
    expect(validateScorecard(GOOD, { facts })).toEqual([]);
    expect(validateScorecard(GOOD)).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    [
      'apiVersion',
      'fairlead.dev/v9',
      'apiVersion',
      "must be 'fairlead.dev/v1alpha1', not the text 'fairlead.dev/v9'",
    ],
    ['kind', 'Scorcard', 'kind', "must be 'Scorecard'"],
    [
      'sepc',
      {},
      'sepc',
      "'sepc' is not a field of an entity. Did you mean 'spec'?",
    ],
    ['metadata', undefined, 'metadata', 'is missing'],
    ['metadata/name', undefined, 'metadata.name', 'is missing'],
    ['metadata/name', 'a b', 'metadata.name', "not the text 'a b'"],
    [
      'metadata/namespace',
      'A',
      'metadata.namespace',
      'takes lower case letters',
    ],
    ['metadata/title', 7, 'metadata.title', 'takes a text, not the number 7'],
    ['spec', undefined, 'spec', 'is missing'],
    ['spec', [], 'spec', 'takes an object, not a list'],
    ['spec/owner', undefined, 'spec.owner', 'is missing'],
    ['spec/owner', 'group:', 'spec.owner', 'takes an entity reference'],
    [
      'spec/lvels',
      [],
      'spec.lvels',
      "'lvels' is not a field of spec. Did you mean 'levels'?",
    ],
    ['spec/appliesTo', undefined, 'spec.appliesTo', 'is missing'],
    [
      'spec/appliesTo',
      'Component',
      'spec.appliesTo',
      "takes conditions such as { spec.lifecycle: production }, not the text 'Component'",
    ],
    ['spec/levels', [], 'spec.levels', 'names at least one level'],
    [
      'spec/levels',
      ['bronze', 'bronze', 'silver'],
      'spec.levels[1]',
      "the level 'bronze' is taken by spec.levels[0]",
    ],
    [
      'spec/levels',
      ['bronze', 'silver', 'none'],
      'spec.levels[2]',
      "'none' is a reserved word",
    ],
    [
      'spec/levels/1',
      'Silver Level',
      'spec.levels[1]',
      'takes lower case words joined by -',
    ],
    ['spec/checks', [], 'spec.checks', 'has at least one check'],
    ['spec/checks/0', null, 'spec.checks[0]', 'takes an object, not nothing'],
    ['spec/checks/0/id', undefined, 'spec.checks[0].id', 'is missing'],
    [
      'spec/checks/0/id',
      'Owned By',
      'spec.checks[0].id',
      'takes lower case words joined by -',
    ],
    [
      'spec/checks/1/id',
      'owned',
      'spec.checks[1].id',
      "the check id 'owned' is taken by spec.checks[0].id",
    ],
    ['spec/checks/0/title', '', 'spec.checks[0].title', 'is empty'],
    [
      'spec/checks/0/level',
      'sliver',
      'spec.checks[0].level',
      "'sliver' is not one of spec.levels, which are bronze, silver. Did you mean 'silver'?",
    ],
    [
      'spec/checks/0/weight',
      0,
      'spec.checks[0].weight',
      'takes a number above 0',
    ],
    [
      'spec/checks/0/weight',
      '2',
      'spec.checks[0].weight',
      "takes a number, not the text '2'",
    ],
    [
      'spec/checks/0/wieght',
      2,
      'spec.checks[0].wieght',
      "Did you mean 'weight'?",
    ],
    [
      'spec/checks/1/maxAge',
      '14x',
      'spec.checks[1].maxAge',
      "'14x' is not a duration",
    ],
    [
      'spec/checks/1/maxAge',
      '0d',
      'spec.checks[1].maxAge',
      "'0d' is not a duration",
    ],
    [
      'spec/checks/1/from',
      '2027-02-30',
      'spec.checks[1].from',
      "'2027-02-30' is not a date",
    ],
    ['spec/checks/0/rule', undefined, 'spec.checks[0].rule', 'is missing'],
    [
      'spec/checks/0/fix/url',
      'ftp://example.com',
      'spec.checks[0].fix.url',
      'takes an http or https address',
    ],
    [
      'spec/checks/0/fix/url',
      '//example.com',
      'spec.checks[0].fix.url',
      'takes an http or https address',
    ],
    [
      'spec/checks/0/fix/urll',
      'x',
      'spec.checks[0].fix.urll',
      "Did you mean 'url'?",
    ],
  ])('with %s set to %j names %s', (path, value, where, message) => {
    expect(validateScorecard(withValue(path, value), { facts })).toContainEqual(
      {
        path: where,
        message: expect.stringContaining(message),
      },
    );
  });

  it.each<[unknown, string, string]>([
    [{}, '', 'has no condition, so everything would pass'],
    [
      { 'facts.ownership.ownrExists': true },
      '.facts.ownership.ownrExists',
      "no source knows the fact 'ownership.ownrExists'. Did you mean 'ownership.ownerExists'?",
    ],
    [
      { 'fact.ownership.ownerExists': true },
      '.fact.ownership.ownerExists',
      "Did you mean 'facts'?",
    ],
    [{ facts: { ownership: true } }, '.facts', 'name one fact by its id'],
    [{ 'facts.Bad': true }, '.facts.Bad', "'Bad' is not a fact id"],
    [{ 'metdata.name': 'x' }, '.metdata.name', "Did you mean 'metadata'?"],
    [
      { spec: { type: 'service' } },
      '.spec.type',
      'a field further down is named with dots',
    ],
    [{ 'spec.type': {} }, '.spec.type', 'has no operator'],
    [{ 'spec.type': null }, '.spec.type', 'not with nothing'],
    [{ 'spec.type': ['service'] }, '.spec.type', 'not with a list'],
    [
      { 'spec.type': { $equals: 'service' } },
      '.spec.type.$equals',
      "'$equals' is not an operator.",
    ],
    [{ 'spec.type': { $lt_: 5 } }, '.spec.type.$lt_', "Did you mean '$lt'"],
    [{ $and: [] }, '.$and', "'$and' is not an operator. Did you mean '$any'"],
    [{ $gt: 5 }, '.$gt', 'tests a value: write it under a path'],
    [{ $all: [] }, '.$all', 'takes a list of at least one condition'],
    [
      { $any: { kind: 'API' } },
      '.$any',
      'takes a list of at least one condition',
    ],
    [{ $not: { kind: 'API' }, kind: 'API' }, '', '$not stands alone'],
    [
      { $any: [{ 'spec.type': { $in: [] } }] },
      '.$any[0].spec.type.$in',
      '$in takes a list of at least one value',
    ],
    [
      { 'spec.type': { $in: ['a', {}] } },
      '.spec.type.$in[1]',
      'not with an object',
    ],
    [
      { 'spec.type': { $exists: 'yes' } },
      '.spec.type.$exists',
      '$exists takes true or false',
    ],
    [
      { 'spec.type': { $hasPrefix: 7 } },
      '.spec.type.$hasPrefix',
      '$hasPrefix takes a text',
    ],
    [
      { 'spec.replicas': { $gte: '10m' } },
      '.spec.replicas.$gte',
      '10 min is a duration, but only facts have a unit of time',
    ],
    [
      { 'spec.replicas': { $gte: 'many' } },
      '.spec.replicas.$gte',
      "$gte takes a number, a duration such as '10m' or an ISO 8601 date, not the text 'many'",
    ],
    [
      { 'metadata.name': { $matches: '(a' } },
      '.metadata.name.$matches',
      'is not a pattern of RE2 syntax',
    ],
    [
      { 'metadata.name': { $matches: '(?=a)' } },
      '.metadata.name.$matches',
      'is not a pattern of RE2 syntax',
    ],
    [
      { 'metadata.name': { $matches: 'a'.repeat(300) } },
      '.metadata.name.$matches',
      'at most 256 characters',
    ],
    [
      { 'metadata.tags': { $contains: { 'facts.a.b': true } } },
      '.metadata.tags.$contains.facts.a.b',
      'facts cannot be read there',
    ],
    [
      { 'metadata.tags': { $contains: { $has: 'a' } } },
      '.metadata.tags.$contains.$has',
      "'$has' is not an operator",
    ],
    [
      { 'facts.ownership.ownerExists': { $gt: 1 } },
      '.facts.ownership.ownerExists.$gt',
      "$gt never holds for 'ownership.ownerExists', which is declared as boolean; use $eq, $ne, $in, $exists",
    ],
    [
      { 'facts.ownership.ownerExists': 'true' },
      '.facts.ownership.ownerExists',
      'true or false, without quotes',
    ],
    [
      { 'facts.docs.pages.count': { $lte: '10m' } },
      '.facts.docs.pages.count.$lte',
      "10 min is a duration, but 'docs.pages.count' has no unit of time; compare with a number of count",
    ],
    [
      { 'facts.custom.received.only': { $lte: '10m' } },
      '.facts.custom.received.only.$lte',
      'has no unit of time',
    ],
    [
      { 'facts.docs.pages.count': 'many' },
      '.facts.docs.pages.count',
      'compares with a number',
    ],
    [
      { 'facts.docs.pages.count': { $gt: '2026-01-01' } },
      '.facts.docs.pages.count.$gt',
      'cannot be compared with a date',
    ],
    [
      { 'facts.ci.feedback.p90': { $matches: 'x' } },
      '.facts.ci.feedback.p90.$matches',
      'never holds',
    ],
    [
      { 'facts.ci.feedback.p90': 'ten' },
      '.facts.ci.feedback.p90',
      "a duration such as '10m'",
    ],
    [
      { 'facts.runtime.features': 'tracing' },
      '.facts.runtime.features',
      'use $contains',
    ],
    [
      { 'facts.runtime.language': { $contains: 'Go' } },
      '.facts.runtime.language.$contains',
      'never holds',
    ],
    [
      { 'facts.security.lastScan': { $gt: 5 } },
      '.facts.security.lastScan.$gt',
      'is a date',
    ],
    [
      { 'facts.security.lastScan': { $newerThan: 30 } },
      '.facts.security.lastScan.$newerThan',
      "takes a duration such as '30d', not the number 30",
    ],
    [
      { 'facts.security.lastScan': 'yesterday' },
      '.facts.security.lastScan',
      'an ISO 8601 date',
    ],
  ])('finds what is wrong with the rule %j', (rule, where, message) => {
    expect(validateScorecard(withRule(rule), { facts })).toEqual([
      {
        path: `spec.checks[0].rule${where}`,
        message: expect.stringContaining(message),
      },
    ]);
  });

  it.each<[string, unknown, string, string]>([
    [
      'spec/appliesTo',
      { 'facts.ownership.ownerExists': true },
      'spec.appliesTo.facts.ownership.ownerExists',
      'appliesTo cannot read facts',
    ],
    [
      'spec/appliesTo',
      { 'spec.type': { $eq: 'x' } },
      'spec.appliesTo.spec.type.$eq',
      '$eq is an operator of rules; appliesTo is a plain filter predicate',
    ],
    [
      'spec/appliesTo',
      { 'spec.type': { $exist: true } },
      'spec.appliesTo.spec.type.$exist',
      "Did you mean '$exists'?",
    ],
    [
      'spec/appliesTo',
      { 'spec.type': { $exists: true, $in: ['a'] } },
      'spec.appliesTo.spec.type',
      'with one operator, not with $exists and $in',
    ],
    [
      'spec/appliesTo',
      { 'metadata.tags': { $contains: { $hasPrefix: 'a' } } },
      'spec.appliesTo.metadata.tags.$contains',
      '$contains takes a value or conditions',
    ],
    [
      'spec/checks/1/appliesTo',
      { 'spec.typ.e': { $gt: 5 } },
      'spec.checks[1].appliesTo.spec.typ.e.$gt',
      '$gt is an operator of rules',
    ],
  ])(
    'holds %s to what the catalog can run: %j',
    (path, value, where, message) => {
      expect(validateScorecard(withValue(path, value), { facts })).toEqual([
        { path: where, message: expect.stringContaining(message) },
      ]);
    },
  );

  it.each([
    'https://example.com/a?b=c#d',
    'http://localhost:3000',
    '/create/templates/default/add-owner',
  ])('takes %s as the link of a fix', url => {
    expect(validateScorecard(withValue('spec/checks/0/fix/url', url))).toEqual(
      [],
    );
  });

  it('takes every entity kind, also with an empty filter', () => {
    expect(validateScorecard(withValue('spec/appliesTo', {}))).toEqual([]);
  });

  it('judges neither facts nor their types when it does not know them', () => {
    const rule = { 'facts.any.thing': { $lte: '10m' } };
    expect(validateScorecard(withRule(rule))).toEqual([]);
  });

  it('reports all problems at once', () => {
    const definition = withValue('spec/levels', ['bronze']) as any;
    definition.spec.checks[0].rule = {
      'facts.a.b': true,
      'spec.x': { $foo: 1 },
    };
    definition.spec.checks[1].maxAge = 'old';
    expect(
      validateScorecard(definition, { facts }).map(({ path }) => path),
    ).toEqual([
      'spec.checks[0].rule.facts.a.b',
      'spec.checks[0].rule.spec.x.$foo',
      'spec.checks[1].level',
      'spec.checks[1].maxAge',
    ]);
  });

  describe('with hostile input', () => {
    function nest(depth: number, leaf: unknown): unknown {
      return depth === 0 ? leaf : { $not: nest(depth - 1, leaf) };
    }

    it('allows conditions to nest 20 deep, and no deeper', () => {
      const leaf = { kind: 'API' };
      expect(validateScorecard(withRule(nest(20, leaf)))).toEqual([]);
      expect(validateScorecard(withRule(nest(21, leaf)))).toEqual([
        {
          path: `spec.checks[0].rule${'.$not'.repeat(21)}`,
          message: 'conditions nest at most 20 deep',
        },
      ]);
    });

    it('refuses a definition that nests without end', () => {
      expect(validateScorecard(withRule(nest(5_000, true)))).toEqual([
        expect.objectContaining({ message: 'nests more than 64 deep' }),
      ]);
    });

    it('refuses a definition that contains itself', () => {
      const rule: Record<string, unknown> = {};
      rule.$not = rule;
      expect(validateScorecard(withRule(rule))).toEqual([
        { path: 'spec.checks[0].rule.$not', message: 'contains itself' },
      ]);
    });

    it('refuses a small object that unfolds into a huge one', () => {
      let bomb: unknown = { kind: 'API' };
      for (let i = 0; i < 18; i += 1) {
        bomb = { $all: [bomb, bomb] };
      }
      expect(validateScorecard(withRule(bomb))).toEqual([
        { path: '', message: 'holds more than 20000 values' },
      ]);
    });

    it('refuses a rule with too many conditions', () => {
      const $all = Array.from({ length: 501 }, () => ({ kind: 'API' }));
      expect(validateScorecard(withRule({ $all }))).toEqual([
        {
          path: 'spec.checks[0].rule.$all[499].kind',
          message: expect.stringContaining('more than 500 conditions'),
        },
      ]);
    });

    it('tells a hundred problems at most', () => {
      const wrong = (name: string) =>
        Object.fromEntries(
          Array.from({ length: 400 }, (_, index) => [`${name}${index}`, 1]),
        );
      for (const definition of [
        { ...GOOD, ...wrong('kind') },
        withValue('spec/checks/0', wrong('level')),
        withRule(wrong('facts.ci.feedback.p')),
        withRule({ $any: Object.entries(wrong('x')).map(() => ({})) }),
      ]) {
        expect(validateScorecard(definition, { facts })).toHaveLength(100);
      }
    });

    it('refuses patterns that are too large together', () => {
      const patterns = Array.from({ length: 40 }, (_, index) => ({
        'metadata.name': { $matches: `(?:[a-z]){900}${index}` },
      }));
      expect(validateScorecard(withRule({ $any: patterns }))).toContainEqual(
        expect.objectContaining({
          message: expect.stringContaining('too large together'),
        }),
      );
    });

    it.each([
      ['too long', `metadata.${'a'.repeat(600)}`],
      ['of too many parts', `metadata${'.a'.repeat(60)}`],
    ])('refuses a path %s', (_, path) => {
      expect(validateScorecard(withRule({ [path]: 'x' }))).toEqual([
        expect.objectContaining({
          message: 'a path has at most 512 characters and 40 parts',
        }),
      ]);
    });

    it('refuses a thousand checks with one sentence', () => {
      const checks = Array.from({ length: 1_000 }, (_, index) => ({
        ...GOOD.spec.checks[0],
        id: `check-${index}`,
        rule: { 'facts.un.known': true },
      }));
      expect(
        validateScorecard(withValue('spec/checks', checks), { facts }),
      ).toEqual([
        {
          path: 'spec.checks',
          message: 'has more than 200 checks, split the scorecard',
        },
      ]);
    });

    it.each([[undefined], [null], [7], ['text'], [[]], [{}], [{ spec: null }]])(
      'says what is wrong with %p',
      value => {
        expect(validateScorecard(value)).not.toEqual([]);
      },
    );

    it('never throws, whatever it is given', () => {
      fc.assert(
        fc.property(
          fc.anything({ withNullPrototype: true, withBigInt: true }),
          fc.constantFrom(
            'metadata',
            'spec',
            'spec/appliesTo',
            'spec/levels',
            'spec/checks',
            'spec/checks/0',
            'spec/checks/0/rule',
          ),
          (value, path) => {
            expect(
              Array.isArray(
                validateScorecard(withValue(path, value), { facts }),
              ),
            ).toBe(true);
          },
        ),
        { numRuns: 2_000 },
      );
    });
  });
});

describe('createScorecardSchema', () => {
  it("describes spec as draft 7 allows, and nothing that is the catalog's own", () => {
    const schema = createScorecardSchema() as any;
    expect(Object.keys(schema.properties)).toEqual(['spec']);
    expect(schema.properties.spec.additionalProperties).toBe(false);
    expect(schema.properties.spec.required).toEqual([
      'owner',
      'appliesTo',
      'levels',
      'checks',
    ]);
    expect(schema.properties.spec.properties.checks.items).toMatchObject({
      required: ['id', 'title', 'level'],
      oneOf: [{ required: ['rule'] }, { required: ['question'] }],
    });
  });
});
