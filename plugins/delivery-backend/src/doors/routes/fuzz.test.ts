import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource } from '../../__testUtils__/testSource';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const NASTY = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  '😀',
  "' or 1=1 --",
  '%',
  '..',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  '-1',
  '0',
  '1e309',
  '9'.repeat(40),
  '2026-11-20',
  '2026-11-20T00:00:00Z',
  '2026-13-45T99:99:99.999Z',
  '[]',
  Buffer.from('["a",[1e300,-1,"\\u0000"]]').toString('base64url'),
];

const text = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.integer().map(String),
);

const json = fc.oneof(fc.jsonValue(), text, fc.double());

/** Mostly a good value, so that the bad one beside it is what is looked at. */
function around(...good: unknown[]): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...good) }, json);
}

const record = fc.record({
  kind: around('run', 'job', 'deployment', 'change'),
  source: around('test'),
  repo: around('acme/checkout'),
  runId: around('1'),
  jobId: around('1'),
  externalId: around('1'),
  number: around(1),
  attempt: around(1),
  title: text,
  createdAt: around('2026-03-01T10:00:00.000Z'),
});

const event = fc.record({
  type: around('told', 'broken', 'unheard'),
  at: around('2026-03-01T10:00:00.000Z', '2999-03-01T10:00:00.000Z'),
  records: fc.oneof(fc.array(record, { maxLength: 2 }), json),
  subjects: around([
    { annotation: 'github.com/project-slug', value: 'acme/checkout' },
  ]),
  paths: around(undefined, ['src/a.ts']),
});

/** Something like a JUnit report: what stands in them, in places where it may not stand. */
const { xml } = fc.letrec<{ xml: string; inner: string }>(tie => ({
  xml: fc
    .tuple(
      fc.constantFrom(
        'testsuites',
        'testsuite',
        'testcase',
        'failure',
        'flakyError',
        'skipped',
        'x:y',
      ),
      fc.dictionary(
        fc.constantFrom('name', 'classname', 'time', 'status', '__proto__'),
        text.map(value => value.replace(/[<&"]/g, '&amp;')),
      ),
      tie('inner'),
    )
    .map(([name, attributes, inner]) => {
      const written = Object.entries(attributes).map(
        ([key, value]) => ` ${key}="${value}"`,
      );
      return `<${name}${written.join('')}>${inner}</${name}>`;
    }),
  inner: fc.oneof(
    { depthSize: 'small' },
    fc.constant(''),
    fc.array(tie('xml'), { maxLength: 3 }).map(all => all.join('')),
  ),
}));

const BODIES: Record<string, fc.Arbitrary<unknown>> = {
  '/events': fc.oneof(event, fc.array(event, { maxLength: 2 }), json),
  '/test-results': fc.oneof(
    text,
    xml.map(inner => `<testsuites>${inner}</testsuites>`),
  ),
  '/sources/quarantine/replays': fc.record(
    {
      ids: fc.oneof(fc.array(around('1')), json),
      source: around('test'),
    },
    { requiredKeys: [] },
  ),
  '/links/verdicts': fc.record({
    deployment: around('deployment:test:acme/checkout:1'),
    incident: around('incident:test:P1'),
    verdict: around('confirmed', 'rejected'),
  }),
  '/sources/backfills': fc.record({ source: around('test'), days: around(3) }),
};

const GOOD: Record<string, string | undefined> = {
  limit: '2',
  kinds: 'run,job',
  repo: 'acme/checkout',
  sha: 'abcdef1',
  runId: '1',
  attempt: '1',
  source: 'test',
  entityRef: 'component:default/checkout',
  from: '2026-03-01T00:00:00Z',
  to: '2026-04-01T00:00:00Z',
  measure: 'leadTime',
};

const PLACES: Record<string, string> = {
  kind: 'component',
  namespace: 'default',
  name: 'checkout',
};

interface Operation {
  parameters?: { in: string; name: string }[];
}

function encode(part: string): string {
  try {
    return encodeURIComponent(part);
  } catch {
    return '%ED%A0%80';
  }
}

describe.each(databases.eachSupportedId())('any request (%s)', id => {
  it('is answered without a 5xx, and leaves nothing that cannot be worked off', async () => {
    const db = await databases.init(id);
    const delivery = await startDelivery({
      db,
      sources: [
        createTestSource(),
        createTestSource({ id: 'cdevents', topics: [] }),
      ],
    });
    await delivery.run('sync-catalog');
    const { body: document } = await delivery.get('/openapi.json');
    const routes = Object.entries<Record<string, Operation>>(
      document.paths,
    ).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { parameters = [] }]) => ({
        method: method as 'get' | 'post',
        path,
        params: parameters
          .filter(parameter => parameter.in === 'query')
          .map(({ name }) => name),
      })),
    );
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
              { minLength: 4, maxLength: 4 },
            ),
            query: fc.record(
              Object.fromEntries(
                route.params.map(name => [
                  name,
                  fc.oneof(
                    { weight: 9, arbitrary: fc.constant(GOOD[name]) },
                    text,
                  ),
                ]),
              ),
            ),
            body: BODIES[route.path] ?? json,
          }),
        ),
        async ({ route, as, parts, query, body }) => {
          const rest = [...parts];
          const path = route.path.replace(/\{(\w+)\}/g, (_, name) =>
            encode(rest.pop() ?? PLACES[name] ?? '1'),
          );
          const search = Object.entries(query)
            .filter(([, value]) => value !== undefined)
            .map(([name, value]) => `${name}=${encode(value!)}`)
            .join('&');
          const pending = delivery.call(route.method, `${path}?${search}`, as);
          const isXml = route.path === '/test-results';
          const response = await (route.method === 'get'
            ? pending
            : pending
                .set(
                  'Content-Type',
                  isXml ? 'application/xml' : 'application/json',
                )
                .send(isXml ? String(body) : JSON.stringify(body) ?? ''));
          expect([
            response.status,
            response.status < 500 || response.text,
          ]).toEqual([expect.any(Number), true]);
        },
      ),
      { numRuns: 400 },
    );
    await delivery.normalise();
    const waiting = await db('deliveries').where({ state: 'pending' });
    expect(waiting).toEqual([]);
  });

  it('of a body that is too deep or too large is refused', async () => {
    const delivery = await startDelivery({
      db: await databases.init(id),
      sources: [createTestSource({ id: 'cdevents', topics: [] })],
    });
    const post = (body: string) =>
      delivery
        .call('post', '/events')
        .set('Content-Type', 'application/json')
        .send(body);
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    for (const body of ['{', '"x"', '[]', deep, '{"a":"\\u0000"}']) {
      const { body: answer } = await post(body).expect(400);
      expect(answer.error.message).toMatch(/^Body/);
    }
    await post(JSON.stringify({ a: 'x'.repeat(5 * 1024 * 1024) })).expect(413);
  });

  it('of a hostile body is answered, and leaves nothing that cannot be worked off', async () => {
    const db = await databases.init(id);
    const delivery = await startDelivery({
      db,
      sources: [createTestSource({ id: 'cdevents', topics: [] })],
    });
    const send = (path: string, type: string, body: string | Buffer) =>
      delivery
        .call('post', path, 'service')
        .set('Content-Type', type)
        .send(body);
    const upTo = (unit: string) =>
      unit.repeat(Math.floor((5 * 1024 * 1024 - 100) / unit.length));
    const report = '/test-results?repo=acme/checkout&sha=abcdef1&runId=';
    const reports = [
      `<testsuite ${Array.from({ length: 10_000 }, (_, i) => `a${i}=""`).join(
        ' ',
      )}/>`,
      `<testsuite ${upTo('a="" ')}/>`,
      `<testsuite name="${upTo('&amp;')}"><testcase name="a"/></testsuite>`,
      `<testsuite>${upTo('<testcase/>')}</testsuite>`,
      `<testcase name="${upTo('é')}`,
      `<testcase name="a" time="1e308" classname="${upTo('%')}"/>`,
      upTo('<testsuite>'),
      upTo('<!--'),
      `<!DOCTYPE a [${upTo('<!ENTITY a "b">')}]><a/>`,
      Buffer.from('\ufeff<testcase name="😀"/>', 'utf16le').subarray(0, 41),
      Buffer.alloc(1_000_000, 0xff),
      Buffer.from([0xef, 0xbb, 0xbf]),
    ];
    for (const [index, body] of reports.entries()) {
      const path = `${report}${index}`;
      const { status } = await send(path, 'application/xml', body);
      expect([200, 202, 400, 413]).toContain(status);
    }
    const at = '"at":"2026-03-01T10:00:00.000Z","type":"told","records":[]';
    const events = [
      `{${at},"__proto__":{"a":1},"constructor":{"prototype":1}}`,
      `{${at},"number":1e400,"less":-1e-400,"long":${'9'.repeat(400)}}`,
      `{${at},"half":"\\ud800"}`,
      `{${at},"numbers":[${'1,'.repeat(1_000_000)}1]}`,
      `{${at},"text":"${upTo('x').slice(200)}"}`,
      `[${`{${at}},`.repeat(1_001).slice(0, -1)}]`,
      `{${at},"deep":${upTo('[')}`,
    ];
    for (const body of events) {
      const { status } = await send('/events', 'application/json', body);
      expect([202, 400, 413]).toContain(status);
    }
    await delivery.normalise();
    expect(await db('deliveries').where({ state: 'pending' })).toEqual([]);
  });
});
