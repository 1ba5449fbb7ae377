import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { entities } from './__testUtils__/fixtures';
import { heavyComponents, HOSTILE_SCORECARDS } from './__testUtils__/hostile';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const NASTY = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀',
  'none',
  "' or 1=1 --",
  '%',
  '_',
  '..',
  '../../etc/passwd',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'component:default/cart',
  'scorecard:default/readiness',
  'default',
  'readiness',
  'component',
  'cart',
  'x'.repeat(5000),
  '-1',
  '0',
  '1e309',
  '9'.repeat(40),
  '2026-11-20',
  '2026-11-20T00:00:00Z',
  '[]',
  Buffer.from('[1,2]').toString('base64url'),
  Buffer.from('["a",[1e300,-1,"\\u0000"]]').toString('base64url'),
];

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer().map(String),
);

const json = fc.oneof(
  fc.jsonValue(),
  text,
  fc.double(),
  fc.array(text, { maxLength: 3 }),
);

/** Mostly a good value. */
function around(...good: unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...good) }, json);
}

const FIELDS: Record<string, fc.Arbitrary<unknown>> = {
  facts: fc.oneof(
    json,
    fc.array(
      fc.record({
        entityRef: around('component:default/cart', 'component:default/x'),
        source: around('ci'),
        observedAt: around('2026-11-20T00:00:00Z', '2020-01-01', undefined),
        values: fc.oneof(
          fc.dictionary(fc.oneof(fc.constant('ci.build.minutes'), text), json),
          json,
        ),
      }),
      { maxLength: 3 },
    ),
  ),
  entityRefs: fc.oneof(
    fc.array(
      fc.oneof(fc.constantFrom('component:cart', 'group:payments'), text),
      { maxLength: 3 },
    ),
    json,
  ),
  scorecard: fc.oneof(
    text,
    json,
    scorecard(),
    fc.constantFrom(...Object.values(HOSTILE_SCORECARDS)),
  ),
  scorecardRef: around('readiness'),
  checkId: around('fast', 'described'),
  entityRef: around('component:default/cart'),
  reason: around('It is being replaced'),
  expiresAt: around('2026-12-20T00:00:00Z', '2020-01-01T00:00:00Z'),
  decision: around('approve', 'reject', 'withdraw'),
  limit: around(1, 500),
  cursor: around(undefined),
};

const BODY_FIELDS: Record<string, string[]> = {
  '/facts': ['facts'],
  '/entities/by-refs': ['entityRefs'],
  '/preview': ['scorecard', 'entityRefs', 'limit', 'cursor'],
  '/waivers': ['scorecardRef', 'checkId', 'entityRef', 'reason', 'expiresAt'],
  '/waivers/{id}/decision': ['decision', 'reason'],
};

function scorecard() {
  return fc.record({
    apiVersion: fc.constant('fairlead.dev/v1alpha1'),
    kind: fc.constant('Scorecard'),
    metadata: fc.record({ name: fc.oneof(fc.constant('readiness'), text) }),
    spec: fc.record({
      owner: fc.oneof(fc.constant('group:default/platform'), json),
      appliesTo: fc.oneof(fc.constant({ kind: 'Component' }), json),
      levels: fc.oneof(fc.constant(['bronze']), json),
      checks: fc.array(
        fc.record({
          id: fc.oneof(fc.constant('a'), json),
          title: text,
          level: fc.oneof(fc.constant('bronze'), json),
          rule: fc.oneof(
            fc.constant({ 'facts.ci.build.minutes': { $lte: 3 } }),
            fc.dictionary(text, json),
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

/** Query parameters of any route: mostly a good value, so that the bad one beside it is what is looked at. */
const PARAMS: Record<
  string,
  fc.Arbitrary<string | undefined>
> = Object.fromEntries(
  Object.entries({
    limit: '2',
    cursor: undefined,
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
  }).map(([name, good]) => [
    name,
    fc.oneof({ weight: 9, arbitrary: fc.constant(good) }, text),
  ]),
);

interface Operation {
  parameters?: { in: string; name: string }[];
  requestBody?: unknown;
}

function encode(part: string): string {
  try {
    return encodeURIComponent(part);
  } catch {
    return '%ED%A0%80';
  }
}

describe.each(databases.eachSupportedId())('any request (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({
      db: await databases.init(id),
      entities: [...entities, ...heavyComponents(10)],
    });
  });

  it('is answered without a 5xx', async () => {
    const { body: document } = await portal.get('/openapi.json');
    const routes = Object.entries<Record<string, Operation>>(
      document.paths,
    ).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method as 'get' | 'post',
        path,
        params: (operation.parameters ?? [])
          .filter(parameter => parameter.in === 'query')
          .map(({ name }) => name),
        fields: BODY_FIELDS[path] ?? [],
      })),
    );
    const PLACES: Record<string, string> = {
      namespace: 'default',
      entityNamespace: 'default',
      kind: 'component',
    };

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes).chain(route =>
          fc.record({
            route: fc.constant(route),
            as: fc.constantFrom(
              'user' as const,
              'service' as const,
              'none' as const,
            ),
            parts: fc.array(
              fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, text),
              {
                minLength: 5,
                maxLength: 5,
              },
            ),
            query: fc.record(
              Object.fromEntries(
                route.params.map(name => [name, PARAMS[name]]),
              ),
              { requiredKeys: [] },
            ),
            body: fc.record(
              Object.fromEntries(
                route.fields.map(field => [field, FIELDS[field]]),
              ),
              { requiredKeys: [] },
            ),
            raw: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, text),
          }),
        ),
        async ({ route, as, parts, query, body: sent, raw }) => {
          let index = 0;
          const path = route.path.replace(/\{(\w+)\}/g, (_, name) => {
            const part = parts[index];
            index += 1;
            return part === null
              ? PLACES[name] ??
                  (route.path.startsWith('/scorecards') ? 'readiness' : 'cart')
              : encode(part);
          });
          const search = Object.entries(query)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => `${name}=${encode(value!)}`)
            .join('&');
          const pending = portal.call(route.method, `${path}?${search}`, as);
          const response = await (route.method === 'get'
            ? pending
            : pending
                .set('Content-Type', 'application/json')
                .send(raw ?? JSON.stringify(sent)));
          expect([
            response.status,
            response.status < 500 || response.text,
          ]).toEqual([expect.any(Number), true]);
        },
      ),
      { numRuns: 600 },
    );
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
