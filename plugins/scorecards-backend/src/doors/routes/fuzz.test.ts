import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import {
  around,
  fuzzRoutes,
  nastyJson,
  nastyText,
} from '@fairlead/test-fixtures';
import { entities } from './__testUtils__/fixtures';
import { heavyComponents, HOSTILE_SCORECARDS } from './__testUtils__/hostile';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const FIELDS: Record<string, fc.Arbitrary<unknown>> = {
  facts: fc.oneof(
    nastyJson,
    fc.array(
      fc.record({
        entityRef: around('component:default/cart', 'component:default/x'),
        source: around('ci'),
        observedAt: around('2026-11-20T00:00:00Z', '2020-01-01', undefined),
        values: fc.oneof(
          fc.dictionary(
            fc.oneof(fc.constant('ci.build.minutes'), nastyText),
            nastyJson,
          ),
          nastyJson,
        ),
      }),
      { maxLength: 3 },
    ),
  ),
  entityRefs: fc.oneof(
    fc.array(
      fc.oneof(fc.constantFrom('component:cart', 'group:payments'), nastyText),
      { maxLength: 3 },
    ),
    nastyJson,
  ),
  scorecard: fc.oneof(
    nastyText,
    nastyJson,
    scorecard(),
    fc.constantFrom(...Object.values(HOSTILE_SCORECARDS)),
  ),
  scorecardRef: around('readiness'),
  checkId: around('fast', 'described'),
  entityRef: around('component:default/cart'),
  reason: around('It is being replaced'),
  expiresAt: around('2026-12-20T00:00:00Z', '2020-01-01T00:00:00Z'),
  decision: around('approve', 'reject', 'withdraw'),
  title: around('By winter'),
  why: around('A reader wants to know'),
  ownerRef: around('engineering'),
  target: fc.oneof(
    nastyJson,
    fc.constantFrom({ level: 'bronze' }, { checks: ['fast'] }),
  ),
  appliesTo: fc.oneof(nastyJson, fc.dictionary(nastyText, nastyJson)),
  startsAt: around('2026-12-01T00:00:00Z'),
  deadline: around('2027-02-01T00:00:00Z', '2020-01-01T00:00:00Z'),
  reminders: fc.oneof(nastyJson, fc.constant(['14d'])),
  move: around('schedule', 'start', 'pause', 'resume', 'issue', 'end'),
  teamRef: around('payments'),
  pauses: nastyJson,
  limit: around(1, 500),
  cursor: around(undefined),
};

const BODY_FIELDS: Record<string, string[]> = {
  '/facts': ['facts'],
  '/entities/by-refs': ['entityRefs'],
  '/preview': ['scorecard', 'entityRefs', 'limit', 'cursor'],
  '/waivers': ['scorecardRef', 'checkId', 'entityRef', 'reason', 'expiresAt'],
  '/waivers/{id}/decision': ['decision', 'reason'],
  '/campaigns': [
    'title',
    'why',
    'ownerRef',
    'scorecardRef',
    'target',
    'appliesTo',
    'startsAt',
    'deadline',
    'reminders',
  ],
  '/campaigns/preview': ['scorecardRef', 'target', 'appliesTo'],
  '/campaigns/{id}/moves': ['move', 'teamRef', 'pauses', 'reason'],
};

function scorecard() {
  return fc.record({
    apiVersion: fc.constant('fairlead.dev/v1alpha1'),
    kind: fc.constant('Scorecard'),
    metadata: fc.record({
      name: fc.oneof(fc.constant('readiness'), nastyText),
    }),
    spec: fc.record({
      owner: fc.oneof(fc.constant('group:default/platform'), nastyJson),
      appliesTo: fc.oneof(fc.constant({ kind: 'Component' }), nastyJson),
      levels: fc.oneof(fc.constant(['bronze']), nastyJson),
      checks: fc.array(
        fc.record({
          id: fc.oneof(fc.constant('a'), nastyJson),
          title: nastyText,
          level: fc.oneof(fc.constant('bronze'), nastyJson),
          rule: fc.oneof(
            fc.constant({ 'facts.ci.build.minutes': { $lte: 3 } }),
            fc.dictionary(nastyText, nastyJson),
            fc
              .string({ maxLength: 20 })
              .map(pattern => ({ 'metadata.name': { $matches: pattern } })),
          ),
        }),
        { maxLength: 2 },
      ),
    }),
  });
}

const BODIES = Object.fromEntries(
  Object.entries(BODY_FIELDS).map(([path, fields]) => [
    path,
    fc.record(Object.fromEntries(fields.map(name => [name, FIELDS[name]])), {
      requiredKeys: [],
    }),
  ]),
);

const PARAMS = {
  limit: '2',
  level: 'bronze',
  status: 'fail',
  check: 'fast',
  owner: 'payments',
  includeDescendants: 'true',
  system: 'shop',
  domain: 'none',
  text: 'c',
  format: 'csv',
  by: 'owner',
  from: '2026-11-01',
  to: '2026-11-20',
  state: 'requested',
  entityRef: 'component:default/cart',
  scorecardRef: 'readiness',
};

const PLACES: Record<string, string> = {
  namespace: 'default',
  entityNamespace: 'default',
  kind: 'component',
};

describe.each(databases.eachSupportedId())('any request (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({
      db: await databases.init(id),
      entities: [...entities, ...heavyComponents(10)],
    });
  });

  it('is answered without a 5xx', async () => {
    const fuzzed = fuzzRoutes({
      call: portal.call,
      placeOf: (name, path) =>
        PLACES[name] ?? (path.startsWith('/scorecards') ? 'readiness' : 'cart'),
      params: PARAMS,
      bodies: BODIES,
      numRuns: 600,
    });
    await expect(fuzzed).resolves.toBeUndefined();
  });

  it.each([
    ['a body that is not JSON', '{', 400],
    ['a body that is no object', '"x"', 400],
    [
      'a body nested without end',
      `{"facts":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      400,
    ],
    [
      'objects nested without end',
      `{"facts":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`,
      400,
    ],
    [
      'too many entries',
      JSON.stringify({
        facts: new Array(1001).fill({
          entityRef: 'a:b',
          source: 'c',
          values: {},
        }),
      }),
      400,
    ],
    ['too large a body', JSON.stringify({ facts: 'x'.repeat(1_048_577) }), 413],
    ['NUL in a key', '{"facts":[],"a\\u0000":1}', 400],
    ['half a surrogate pair', '{"facts":"\\ud800"}', 400],
  ])('%s is refused', async (_, text_, status) => {
    const { body: answer } = await portal
      .call('post', '/facts')
      .set('Content-Type', 'application/json')
      .send(text_)
      .expect(status);
    expect(answer.error.message).toMatch(/^Body/);
    expect(answer.error).not.toHaveProperty('body');
  });
});
