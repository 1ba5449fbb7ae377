import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import {
  around,
  fuzzRoutes,
  nastyJson,
  nastyText,
} from '@fairlead/test-fixtures';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource } from '../../__testUtils__/testSource';

jest.setTimeout(300_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const record = fc.record({
  kind: around('run', 'job', 'deployment', 'change'),
  source: around('test'),
  repo: around('acme/checkout'),
  runId: around('1'),
  jobId: around('1'),
  externalId: around('1'),
  number: around(1),
  attempt: around(1),
  title: nastyText,
  createdAt: around('2026-03-01T10:00:00.000Z'),
});

const event = fc.record({
  type: around('told', 'broken', 'unheard'),
  at: around('2026-03-01T10:00:00.000Z', '2999-03-01T10:00:00.000Z'),
  records: fc.oneof(fc.array(record, { maxLength: 2 }), nastyJson),
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
        nastyText.map(value => value.replace(/[<&"]/g, '&amp;')),
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
  '/events': fc.oneof(event, fc.array(event, { maxLength: 2 }), nastyJson),
  '/test-results': fc.oneof(
    nastyText,
    xml.map(inner => `<testsuites>${inner}</testsuites>`),
  ),
  '/sources/quarantine/replays': fc.record(
    {
      ids: fc.oneof(fc.array(around('1')), nastyJson),
      source: around('test'),
    },
    { requiredKeys: [] },
  ),
  '/links/verdicts': fc.record({
    deployment: around('deployment:test:acme/checkout:1'),
    incident: around('incident:test:P1'),
    verdict: around('confirmed', 'rejected'),
  }),
  '/people': fc.record({
    userRefs: fc.oneof(fc.array(around('user:default/ann')), nastyJson),
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
    await fuzzRoutes({
      call: delivery.call,
      placeOf: name => PLACES[name] ?? '1',
      params: GOOD,
      bodies: BODIES,
      mediaTypes: { '/test-results': 'application/xml' },
      numRuns: 400,
    });
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
