import { Entity } from '@backstage/catalog-model';
import { closeMarks } from '@fairlead/bidi-text';
import { createFactDirectory, Fact } from '../facts';
import { CheckStatus } from '../results';
import { CheckDefinition, Rule, WaivedMeaning } from '../scorecard';
import { createScorecard } from './__testUtils__/createScorecard';
import { compileScorecard } from './compileScorecard';
import { ActiveWaiver } from './types';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: {
      'example.com/reviewed': '2026-11-01',
      'example.com/replicas': '3',
    },
    tags: ['java', 'tier-1'],
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    evil: { toString: 'no', valueOf: 1 },
  },
};

const directory = createFactDirectory([
  {
    id: 'ci.wait.p90',
    type: 'duration',
    unit: 'min',
    sources: ['ci'],
    declared: true,
  },
  {
    id: 'docs.coverage',
    type: 'number',
    unit: 'percent',
    sources: ['docs'],
    declared: true,
  },
]);

function fact(id: string, parts: Partial<Fact> = {}): Fact {
  return {
    id,
    source: 'test',
    observedAt: '2026-11-20T09:00:00.000Z',
    state: 'ok',
    ...parts,
  };
}

const KNOWN: Fact[] = [
  fact('is.true', { value: true }),
  fact('is.false', { value: false }),
  fact('is.stale', { value: true, expiresAt: '2026-11-20T10:00:00.000Z' }),
  fact('is.failed', {
    value: true,
    state: 'error',
    error: 'HTTP 403',
    expiresAt: '2026-11-20T10:00:00.000Z',
  }),
  fact('is.null', { value: null }),
  fact('ci.wait.p90', { value: 14, unit: 'min' }),
  fact('docs.coverage', { value: 79.999, unit: 'percent' }),
  fact('text.value', { value: 'many' }),
];

function evaluate(
  checks: (Partial<CheckDefinition> & { rule: Rule })[],
  options: {
    facts?: Fact[];
    waivers?: ActiveWaiver[];
    now?: number;
    waivedMeaning?: WaivedMeaning;
  } = {},
) {
  const { waivedMeaning: meaning } = options;
  const facts = new Map(
    [...KNOWN, ...(options.facts ?? [])].map(known => [known.id, known]),
  );
  return compileScorecard(createScorecard(checks, { waivers: { meaning } }), {
    facts: directory,
  }).evaluate(
    {
      entity: ENTITY,
      facts,
      waivers: options.waivers,
      now: options.now ?? NOW,
    },
    { explain: true },
  );
}

const PASS: Rule = { 'facts.is.true': true };
const FAIL: Rule = { 'facts.is.false': true };
const NO_DATA: Rule = { 'facts.is.absent': true };
const STALE: Rule = { 'facts.is.stale': true };
const ERROR: Rule = { 'facts.is.failed': true };

describe('three-valued rules', () => {
  const RULES = {
    pass: PASS,
    fail: FAIL,
    'no-data': NO_DATA,
    stale: STALE,
    error: ERROR,
  };
  const statusOf = (rule: Rule) => evaluate([{ rule }]).checks[0].status;

  it.each<[keyof typeof RULES, keyof typeof RULES, CheckStatus, CheckStatus]>([
    // a, b, $all, $any
    ['pass', 'pass', 'pass', 'pass'],
    ['pass', 'fail', 'fail', 'pass'],
    ['pass', 'no-data', 'no-data', 'pass'],
    ['pass', 'stale', 'stale', 'pass'],
    ['pass', 'error', 'error', 'pass'],
    ['fail', 'fail', 'fail', 'fail'],
    ['fail', 'no-data', 'fail', 'no-data'],
    ['fail', 'stale', 'fail', 'stale'],
    ['fail', 'error', 'fail', 'error'],
    ['no-data', 'no-data', 'no-data', 'no-data'],
    ['no-data', 'stale', 'stale', 'stale'],
    ['no-data', 'error', 'error', 'error'],
    ['stale', 'stale', 'stale', 'stale'],
    ['stale', 'error', 'error', 'error'],
    ['error', 'error', 'error', 'error'],
  ])(
    'combine %s and %s to %s with $all and to %s with $any',
    (a, b, all, any) => {
      for (const pair of [
        [RULES[a], RULES[b]],
        [RULES[b], RULES[a]],
      ]) {
        expect(statusOf({ $all: pair })).toBe(all);
        expect(statusOf({ $any: pair })).toBe(any);
      }
    },
  );

  it.each<[keyof typeof RULES, CheckStatus]>([
    ['pass', 'fail'],
    ['fail', 'pass'],
    ['no-data', 'no-data'],
    ['stale', 'stale'],
    ['error', 'error'],
  ])('turn %s into %s with $not', (status, negated) => {
    expect(statusOf({ $not: RULES[status] })).toBe(negated);
  });

  it.each<[Rule, CheckStatus]>([
    [{ 'facts.is.absent': { $exists: true } }, 'no-data'],
    [{ 'facts.is.absent': { $exists: false } }, 'no-data'],
    [{ 'facts.is.absent': { $ne: 1 } }, 'no-data'],
    [{ 'facts.is.null': { $exists: false } }, 'no-data'],
    [{ 'facts.is.true': { $exists: true } }, 'pass'],
    [{ 'spec.system': { $exists: true } }, 'fail'],
    [{ 'spec.system': { $exists: false } }, 'pass'],
    [{ 'spec.system': { $ne: 'shop' } }, 'pass'],
    [{ 'spec.type': { $ne: 'SERVICE' } }, 'fail'],
    [{ 'spec.evil': 7 }, 'fail'],
    [{ 'spec.evil': { $in: ['a', 7] } }, 'fail'],
    [
      { 'metadata.annotations.example.com/replicas': { $gte: 2, $lt: 4 } },
      'pass',
    ],
    [
      { 'metadata.annotations.example.com/reviewed': { $newerThan: '30d' } },
      'pass',
    ],
    [
      { 'metadata.annotations.example.com/reviewed': { $olderThan: '7d' } },
      'pass',
    ],
    [
      { 'metadata.annotations.example.com/reviewed': { $lt: '2026-01-01' } },
      'fail',
    ],
    [{ 'spec.type': { $gt: 1 } }, 'fail'],
    [{ 'facts.text.value': { $gt: 1 } }, 'error'],
    [{ 'facts.text.value': { $olderThan: '1d' } }, 'error'],
    [{ 'facts.text.value': { $contains: 'm' } }, 'error'],
    [{ 'facts.is.true': { $matches: 'true' } }, 'error'],
    [{ 'metadata.tags': { $contains: 'JAVA' } }, 'pass'],
    [{ 'metadata.tags': { $contains: { $matches: '^tier-\\d$' } } }, 'pass'],
    [{ 'facts.ci.wait.p90': { $lte: '14m' } }, 'pass'],
    [{ 'facts.ci.wait.p90': { $lt: '840s' } }, 'fail'],
    [{ 'facts.ci.wait.p90': '14m' }, 'pass'],
    [{ 'facts.ci.wait.p90': { $in: ['10m', '14m'] } }, 'pass'],
  ])('come for %j to %s', (rule, status) => {
    expect(statusOf(rule)).toBe(status);
  });

  it('compare a duration in the unit that the fact itself is in', () => {
    const facts = [fact('ci.wait.p90', { value: 0.2, unit: 'h' })];
    expect(
      evaluate([{ rule: { 'facts.ci.wait.p90': { $lte: '12m' } } }], { facts })
        .checks[0].status,
    ).toBe('pass');
  });

  it('do not look through a text without end', () => {
    const facts = [fact('text.value', { value: 'a'.repeat(5_000) })];
    expect(
      evaluate([{ rule: { 'facts.text.value': { $matches: 'a' } } }], { facts })
        .checks[0].status,
    ).toBe('error');
  });
});

describe('the age of facts', () => {
  const rule: Rule = { 'facts.a.b': true };
  const observedAt = '2026-11-19T12:00:00.000Z';

  it.each<[string, Partial<Fact>, string | undefined, CheckStatus]>([
    ['neither limit', {}, undefined, 'pass'],
    [
      'a time to live that has not passed',
      { expiresAt: '2026-11-20T12:00:00.001Z' },
      undefined,
      'pass',
    ],
    [
      'a time to live that passed just now',
      { expiresAt: '2026-11-20T12:00:00.000Z' },
      undefined,
      'stale',
    ],
    ['a maxAge that has not passed', {}, '25h', 'pass'],
    ['a maxAge that passed just now', {}, '1d', 'stale'],
    [
      'a maxAge stricter than the time to live',
      { expiresAt: '2027-01-01T00:00:00Z' },
      '1h',
      'stale',
    ],
    [
      'a time to live stricter than maxAge',
      { expiresAt: '2026-11-20T00:00:00Z' },
      '14d',
      'stale',
    ],
    [
      'a stored state that the clock has overtaken',
      { state: 'stale' },
      undefined,
      'pass',
    ],
    ['a time that nobody can read', { expiresAt: 'soon' }, undefined, 'stale'],
  ])('with %s', (_, parts, maxAge, status) => {
    const facts = [fact('a.b', { value: true, observedAt, ...parts })];
    expect(evaluate([{ rule, maxAge }], { facts }).checks[0].status).toBe(
      status,
    );
  });
});

describe('reasons and evidence', () => {
  it.each<[Rule, string]>([
    [
      { 'facts.ci.wait.p90': { $lte: '10m' } },
      'ci.wait.p90 is 14 min, the rule wants at most 10 min',
    ],
    [
      { $not: { 'facts.ci.wait.p90': { $gt: 10 } } },
      'ci.wait.p90 is 14 min, the rule wants at most 10 min',
    ],
    [
      { 'facts.docs.coverage': { $gte: 80 } },
      'docs.coverage is 79.999 %, the rule wants at least 80 %',
    ],
    [
      { 'spec.type': { $in: ['website'] } },
      'spec.type is "service", the rule wants one of "website"',
    ],
    [{ 'spec.system': { $exists: true } }, 'spec.system is not set'],
    [
      { 'metadata.tags': { $contains: 'go' } },
      'metadata.tags is "java", "tier-1", the rule wants a list that contains "go"',
    ],
    [NO_DATA, 'is.absent has no data yet'],
    [
      STALE,
      'is.stale is stale, last observed at 2026-11-20T09:00:00.000Z and held until 2026-11-20T10:00:00.000Z',
    ],
    [ERROR, 'is.failed could not be observed by test: HTTP 403'],
    [
      { 'facts.text.value': { $gt: 1 } },
      'text.value is "many", which $gt cannot judge',
    ],
    [
      {
        'facts.is.false': true,
        'spec.type': 'service',
        'spec.lifecycle': 'experimental',
      },
      'is.false is false; spec.lifecycle is "production", the rule wants "experimental"',
    ],
    [{ $any: [FAIL, PASS, { 'spec.type': 'service' }] }, 'is.true is true'],
    [
      { $all: [PASS, NO_DATA, STALE] },
      'is.absent has no data yet; is.stale is stale, last observed at 2026-11-20T09:00:00.000Z and held until 2026-11-20T10:00:00.000Z',
    ],
  ])('of %j', (rule, reason) => {
    expect(evaluate([{ rule }]).checks[0].reason).toBe(reason);
  });

  it('call a declared fact by its title, and tell of yes and no as an answer', () => {
    const source = { sources: ['test'], declared: true };
    const titled = createFactDirectory([
      {
        ...source,
        id: 'is.false',
        type: 'boolean',
        title: 'Owner has members',
      },
      {
        ...source,
        id: 'ci.wait.p90',
        type: 'duration',
        unit: 'min',
        title: 'Wait for CI',
      },
    ]);
    const { checks } = compileScorecard(
      createScorecard([
        { rule: { 'facts.is.false': true } },
        { rule: { 'facts.ci.wait.p90': { $lte: '10m' } } },
      ]),
      { facts: titled },
    ).evaluate(
      {
        entity: ENTITY,
        facts: new Map(KNOWN.map(known => [known.id, known])),
        now: NOW,
      },
      { explain: true },
    );
    expect(checks.map(({ reason }) => reason)).toEqual([
      'Owner has members: no',
      'Wait for CI is 14 min, the rule wants at most 10 min',
    ]);
  });

  it('name the age limit of the check that makes a fact stale', () => {
    expect(evaluate([{ rule: PASS, maxAge: '1h' }]).checks[0].reason).toBe(
      'is.true is stale, last observed at 2026-11-20T09:00:00.000Z; this check takes nothing older than 1 h',
    );
  });

  it('show each value once, with its unit and when it was observed', () => {
    const rule = {
      'facts.ci.wait.p90': { $gt: 20, $lt: 5 },
      'spec.type': 'website',
      'facts.is.false': true,
    };
    expect(evaluate([{ rule }]).checks[0].evidence).toEqual([
      {
        path: 'facts.ci.wait.p90',
        value: 14,
        unit: 'min',
        observedAt: '2026-11-20T09:00:00.000Z',
      },
      { path: 'spec.type', value: 'service', observedAt: null },
      {
        path: 'facts.is.false',
        value: false,
        observedAt: '2026-11-20T09:00:00.000Z',
      },
    ]);
  });

  it('keep ten conditions and count the others, and cut long values', () => {
    const $all = Array.from({ length: 12 }, (_, index) => ({
      [`spec.x${index}`]: 'a',
    }));
    const facts = [fact('text.value', { value: 'x'.repeat(2_000) })];
    const [many, long] = evaluate(
      [{ rule: { $all } }, { rule: { 'facts.text.value': 'y' } }],
      { facts },
    ).checks;
    expect(many.evidence).toHaveLength(10);
    expect(many.reason).toMatch(/; and 2 more$/);
    expect(long.evidence[0].value).toHaveLength(501);
    expect(long.reason.length).toBeLessThan(200);
  });

  it('leave their words in order, whatever direction values have', () => {
    const turning = 'a\u202eb\u2069';
    const facts = [
      fact('text.value', { value: turning }),
      fact('text.broken', { state: 'error', error: turning }),
    ];
    const [unequal, broken] = evaluate(
      [
        { rule: { 'facts.text.value': { $hasPrefix: 'שלום' } } },
        { rule: { 'facts.text.broken': 'y' } },
      ],
      { facts },
    ).checks;
    expect(unequal.reason).toBe(
      'text.value is "\u2068a\u202eb\u202c\u2069", the rule wants a value that starts with "\u2068שלום\u2069"',
    );
    expect(broken.reason).toBe(
      'text.broken could not be observed by test: \u2068a\u202eb\u202c\u2069',
    );
  });

  it('leave nothing open where they are cut', () => {
    const name = '\u202e'.repeat(300);
    const $all = Array.from({ length: 12 }, (_, index) => ({
      [`metadata.annotations.${index}${name}`]: 'a',
    }));
    const { reason } = evaluate([{ rule: { $all } }]).checks[0];
    expect(reason).toMatch(/…; and 2 more$/);
    expect(closeMarks(reason)).toBe(reason);
  });
});

describe('levels and score', () => {
  const check = (
    level: string,
    rule: Rule,
    parts: Partial<CheckDefinition> = {},
  ) => ({ level, rule, ...parts });
  const elsewhere = { appliesTo: { kind: 'API' } };

  it.each([
    [
      'all pass',
      [check('bronze', PASS), check('gold', PASS)],
      'gold',
      [2, 2],
      null,
    ],
    [
      'the lowest level fails',
      [check('bronze', FAIL), check('silver', PASS)],
      null,
      [1, 2],
      ['bronze', ['check-0']],
    ],
    [
      'a higher level fails',
      [check('bronze', PASS), check('silver', FAIL), check('gold', FAIL)],
      'bronze',
      [1, 3],
      ['silver', ['check-1']],
    ],
    [
      'the unknown stands in the way as a failure does',
      [check('bronze', PASS), check('silver', NO_DATA), check('silver', STALE)],
      'bronze',
      [1, 3],
      ['silver', ['check-1', 'check-2']],
    ],
    [
      'weights order what is next and count in the score',
      [
        check('bronze', FAIL),
        check('bronze', FAIL, { weight: 3 }),
        check('bronze', PASS, { weight: 0.1 }),
        check('bronze', PASS, { weight: 0.2 }),
      ],
      null,
      [0.3, 4.3],
      ['bronze', ['check-1', 'check-0']],
    ],
    [
      'a level without checks is reached with the one below',
      [check('bronze', PASS)],
      'gold',
      [1, 1],
      null,
    ],
    [
      'a check for other entities does not count',
      [check('bronze', FAIL, elsewhere), check('silver', PASS)],
      'gold',
      [1, 1],
      null,
    ],
    [
      'an announced check does not count',
      [check('bronze', PASS), check('silver', FAIL, { from: '2027-01-01' })],
      'gold',
      [1, 1],
      null,
    ],
    [
      'an announced check counts from its day on',
      [check('bronze', PASS), check('silver', FAIL, { from: '2026-11-20' })],
      'bronze',
      [1, 2],
      ['silver', ['check-1']],
    ],
    ['nothing applies', [check('bronze', FAIL, elsewhere)], null, [0, 0], null],
    [
      'everything is announced only',
      [check('bronze', PASS, { from: '2027-01-01' })],
      null,
      [0, 0],
      null,
    ],
  ] as const)('when %s', (_, checks, level, [pass, total], next) => {
    const result = evaluate([...checks]);
    expect(result.level).toBe(level);
    expect(result.scoreParts).toEqual({ pass, total });
    expect(result.score).toBe(total === 0 ? null : pass / total);
    expect(result.next).toEqual(next && { level: next[0], checks: next[1] });
  });

  it('shows announced checks with what they come to and from when they count', () => {
    expect(
      evaluate([check('bronze', FAIL, { from: '2027-01-01' })]).checks[0],
    ).toMatchObject({ status: 'fail', countsFrom: '2027-01-01T00:00:00.000Z' });
  });

  it('says to whom a check applies when it does not', () => {
    expect(evaluate([check('bronze', FAIL, elsewhere)]).checks[0]).toEqual({
      id: 'check-0',
      status: 'not-applicable',
      reason: 'Applies only where kind is "API"',
      evidence: [],
    });
  });

  const waiver = (checkId: string, expiresAt: number, id = 'w') => ({
    id,
    checkId,
    expiresAt,
  });

  it('reaches a level over a waived check, which is not in the score', () => {
    const result = evaluate([check('bronze', FAIL), check('bronze', PASS)], {
      waivers: [waiver('check-0', NOW + DAY)],
    });
    expect(result).toMatchObject({
      level: 'gold',
      score: 1,
      scoreParts: { pass: 1, total: 1 },
    });
    expect(result.checks[0]).toMatchObject({
      status: 'waived',
      waiverId: 'w',
      reason: 'is.false is false',
    });
  });

  it.each<[WaivedMeaning, object]>([
    [
      'left-out',
      { level: 'gold', scoreParts: { pass: 1, total: 1 }, next: null },
    ],
    [
      'accepted-risk',
      { level: 'gold', scoreParts: { pass: 1, total: 2 }, next: null },
    ],
    [
      'counts',
      {
        level: null,
        scoreParts: { pass: 1, total: 2 },
        next: { level: 'bronze', checks: ['check-0'] },
      },
    ],
  ])('takes a waived check as the scorecard says: %s', (meaning, standing) => {
    const result = evaluate([check('bronze', FAIL), check('bronze', PASS)], {
      waivers: [waiver('check-0', NOW + DAY)],
      waivedMeaning: meaning,
    });
    expect(result).toMatchObject(standing);
    expect(result.checks[0].status).toBe('waived');
  });

  it('has no score when all that counts is waived', () => {
    expect(
      evaluate([check('bronze', NO_DATA)], {
        waivers: [waiver('check-0', NOW + DAY)],
      }),
    ).toMatchObject({ level: 'gold', score: null, next: null });
  });

  it.each<[string, Rule, ActiveWaiver[], CheckStatus, string | undefined]>([
    [
      'lets a check that passes pass',
      PASS,
      [waiver('check-0', NOW + DAY)],
      'pass',
      undefined,
    ],
    [
      'is over at its expiry',
      FAIL,
      [waiver('check-0', NOW)],
      'fail',
      undefined,
    ],
    [
      'is for its check alone',
      FAIL,
      [waiver('check-9', NOW + DAY)],
      'fail',
      undefined,
    ],
    [
      'that lasts longest is named',
      FAIL,
      [
        waiver('check-0', NOW + 1, 'a'),
        waiver('check-0', NOW + 9, 'b'),
        waiver('check-0', NOW + 5, 'c'),
      ],
      'waived',
      'b',
    ],
  ])('a waiver %s', (_, rule, waivers, status, waiverId) => {
    const [result] = evaluate([{ rule }], { waivers }).checks;
    expect(result.status).toBe(status);
    expect(result.waiverId).toBe(waiverId);
  });
});

describe('nextChangeAt', () => {
  const inHours = (hours: number) => NOW + hours * HOUR;
  const iso = (time: number) => new Date(time).toISOString();
  const held = fact('a.held', { value: true, expiresAt: iso(inHours(5)) });
  const longer = fact('a.longer', { value: true, expiresAt: iso(inHours(9)) });

  it.each<
    [string, Partial<CheckDefinition> & { rule: Rule }, number | undefined]
  >([
    ['never for what has no end', { rule: PASS }, undefined],
    ['when a fact turns stale', { rule: { 'facts.a.held': true } }, 5],
    [
      'when the first of several facts does',
      { rule: { 'facts.a.longer': true, 'facts.a.held': true } },
      5,
    ],
    ['when maxAge is over', { rule: PASS, maxAge: '4h' }, 1],
    ['not for a fact that is stale already', { rule: STALE }, undefined],
    [
      'when a date gets too old',
      {
        rule: {
          'metadata.annotations.example.com/reviewed': { $newerThan: '20d' },
        },
      },
      12,
    ],
    [
      'when a date gets old enough',
      {
        rule: {
          'metadata.annotations.example.com/reviewed': { $olderThan: '20d' },
        },
      },
      12,
    ],
    [
      'not for a date that is old already',
      {
        rule: {
          'metadata.annotations.example.com/reviewed': { $olderThan: '7d' },
        },
      },
      undefined,
    ],
    [
      'when an announced check begins to count',
      { rule: PASS, from: '2026-11-21' },
      12,
    ],
    [
      'not for a check that does not apply',
      { rule: { 'facts.a.held': true }, appliesTo: { kind: 'API' } },
      undefined,
    ],
  ])('is %s', (_, check, hours) => {
    expect(evaluate([check], { facts: [held, longer] }).nextChangeAt).toBe(
      hours === undefined ? undefined : inHours(hours),
    );
  });

  it('is when a waiver expires, if the check needs it', () => {
    const waivers = [{ id: 'w', checkId: 'check-0', expiresAt: inHours(2) }];
    expect(evaluate([{ rule: FAIL }], { waivers }).nextChangeAt).toBe(
      inHours(2),
    );
    expect(
      evaluate([{ rule: PASS }], { waivers }).nextChangeAt,
    ).toBeUndefined();
  });

  it('brings the change that it announced', () => {
    const check = { rule: { 'facts.a.held': true } };
    const { nextChangeAt } = evaluate([check], { facts: [held] });
    const at = (now: number) =>
      evaluate([check], { facts: [held], now }).checks[0].status;
    expect(at(nextChangeAt! - 1)).toBe('pass');
    expect(at(nextChangeAt!)).toBe('stale');
  });
});

describe('a compiled scorecard', () => {
  it('names all facts that it reads, each once', () => {
    const compiled = compileScorecard(
      createScorecard([
        { rule: { $any: [{ 'facts.a.b': 1 }, { $not: { 'facts.a.c': 1 } }] } },
        { rule: { 'facts.a.b': { $gt: 1 }, 'spec.type': 'x' } },
      ]),
    );
    expect(compiled.factIds).toEqual(['a.b', 'a.c']);
  });

  it('tells which entities it judges', () => {
    const compiled = compileScorecard(createScorecard([{ rule: PASS }]));
    expect(compiled.appliesTo(ENTITY)).toBe(true);
    expect(compiled.appliesTo({ ...ENTITY, kind: 'API' })).toBe(false);
  });

  it('keeps nothing from one entity to the next', () => {
    const compiled = compileScorecard(createScorecard([{ rule: PASS }]));
    const evaluateWith = (facts: Fact[]) =>
      compiled.evaluate({
        entity: ENTITY,
        facts: new Map(facts.map(known => [known.id, known])),
        now: NOW,
      }).checks[0].status;
    expect(evaluateWith(KNOWN)).toBe('pass');
    expect(evaluateWith([])).toBe('no-data');
    expect(evaluateWith(KNOWN)).toBe('pass');
  });

  it.each([
    [
      { rule: { 'spec.x': { $gtt: 1 } } },
      "spec.checks[0].rule.spec.x.$gtt: '$gtt' is not an operator.",
    ],
    [
      { rule: PASS, level: 'tin' },
      "spec.checks[0].level: 'tin' is not one of the levels",
    ],
    [{ rule: PASS, maxAge: 'x' }, "'x' is not a duration"],
    [
      { rule: PASS, from: 'x' },
      "spec.checks[0].from: 'x' is not an ISO 8601 date",
    ],
    [
      { rule: PASS, appliesTo: { 'facts.a.b': true } },
      'spec.checks[0].appliesTo.facts.a.b: appliesTo cannot read facts',
    ],
  ])('cannot be made of %j', (check, message) => {
    expect(() => compileScorecard(createScorecard([check as never]))).toThrow(
      message,
    );
  });
});
