import { TestDatabases } from '@backstage/backend-test-utils';
import { entities } from '../../__testUtils__/entities';
import { change, daysAgo, startMeasured } from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

type Query = Record<string, string>;

/** An operation, and what each of its parameters is asked with. */
interface Asked {
  path: string;
  as?: 'service';
  /** What of the answer a parameter has an effect on: one that is only echoed has none. */
  told?(body: any): unknown;
  parameters: Record<string, { value: Value; beside?: Query }>;
}

/** A value, or how to take one from the answer without the parameter. */
type Value = string | ((body: any) => string);

const iso = (days: number) => new Date(daysAgo(days)).toISOString();

const WINDOW: Asked['parameters'] = {
  from: { value: iso(10) },
  to: { value: iso(20) },
};

const PAGING: Asked['parameters'] = {
  limit: { value: '1' },
  cursor: { value: body => body.nextCursor, beside: { limit: '1' } },
};

const PAYMENTS = '/entities/group/default/payments';
const CHECKOUT = '/entities/component/default/checkout';
const LEAD_TIMES = { measure: 'leadTime' };

const OPERATIONS: Record<string, Asked> = {
  readFeed: {
    path: '/feed',
    as: 'service',
    parameters: {
      after: { value: body => body.cursor, beside: { limit: '1' } },
      kinds: { value: 'deployment' },
      limit: { value: '1' },
    },
  },
  readMeasureValues: {
    path: '/measure-values',
    as: 'service',
    parameters: {
      after: { value: body => body.cursor, beside: { limit: '1' } },
      limit: { value: '1' },
    },
  },
  readDeliveredChanges: {
    path: '/delivered-changes',
    as: 'service',
    parameters: {
      after: { value: body => body.cursor, beside: { limit: '1' } },
      limit: { value: '1' },
    },
  },
  getFriction: {
    path: `${CHECKOUT}/friction`,
    told: ({ weeks }) => weeks,
    // The report is of a moment ago.
    parameters: { ...WINDOW, from: { value: () => new Date().toISOString() } },
  },
  getEntityMeasures: {
    path: `${PAYMENTS}/measures`,
    told: ({ measures }) => measures,
    parameters: {
      ...WINDOW,
      view: { value: 'now' },
      leadTimeStart: { value: 'merged' },
      origin: { value: 'agent' },
    },
  },
  listMeasureRecords: {
    path: `${PAYMENTS}/records`,
    parameters: Object.fromEntries(
      Object.entries<Asked['parameters'][string]>({
        ...WINDOW,
        ...PAGING,
        view: { value: 'now' },
        leadTimeStart: { value: 'merged' },
        origin: { value: 'agent' },
        excluded: { value: 'true' },
        measure: { value: 'deploymentFrequency' },
      }).map(([name, { value, beside }]) => [
        name,
        { value, beside: { ...LEAD_TIMES, ...beside } },
      ]),
    ),
  },
  listEntityHistory: {
    path: `${CHECKOUT}/history`,
    parameters: { ...WINDOW, ...PAGING, kinds: { value: 'deployment' } },
  },
  getOverview: {
    path: '/overview',
    told: ({ teams }) => teams,
    parameters: { ...WINDOW, view: { value: 'now' } },
  },
  listQuarantine: {
    path: '/sources/quarantine',
    parameters: { ...PAGING, source: { value: 'other' } },
  },
  listUnmatchedSubjects: {
    path: '/sources/unmatched',
    parameters: { ...PAGING, source: { value: 'other' } },
  },
  listWaiting: { path: '/waiting', parameters: { limit: { value: '1' } } },
};

const REPORT = `<testsuite name="s"><testcase name="c" classname="k"/></testsuite>`;

const OF_REPORT = { repo: 'acme/checkout', sha: 'a'.repeat(40), runId: '1' };

/** What a report is sent with in place of what another one was sent with. */
const REPORT_PARAMETERS: Query = {
  repo: 'acme/search',
  sha: 'b'.repeat(40),
  runId: '2',
  attempt: '2',
  runSource: 'gitlab',
  entityRef: 'component:default/search',
};

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string }[];
}

describe.each(databases.eachSupportedId())('documented parameters (%s)', id => {
  let portal: Awaited<ReturnType<typeof startMeasured>>;

  beforeAll(async () => {
    portal = await startMeasured({
      db: await databases.init(id),
      entities: [
        ...entities,
        {
          ...entities[4],
          metadata: {
            ...entities[4].metadata,
            name: 'mine',
            uid: 'uid-mine',
          },
          relations: [{ type: 'ownedBy', targetRef: 'user:default/mock' }],
        },
      ],
    });
    await portal.deliver([
      change('acme/checkout', 98, undefined, { author: 'me' }),
      change('acme/lost', 1, undefined),
      change('acme/stray', 1, undefined),
      { type: 'broken', at: iso(1) },
      { type: 'broken', at: iso(2) },
    ]);
    await portal
      .post(`${CHECKOUT}/friction-reports`, { kind: 'waiting', minutes: 15 })
      .expect(201);
    // Until thirty days ago the service of payments was that of others.
    await portal
      .db('ownerships')
      .where({
        entity_ref: 'component:default/checkout',
        owner_ref: 'group:default/payments',
      })
      .update({ from: daysAgo(30) });
    await portal.catchUp();
  });

  it('are all asked for an effect here', async () => {
    const { body: document } = await portal.get('/openapi.json').expect(200);
    const documented = Object.values<Record<string, Operation>>(document.paths)
      .flatMap(operations => Object.values(operations))
      .flatMap(({ operationId, parameters = [] }) =>
        parameters
          .filter(parameter => parameter.in === 'query')
          .map(({ name }) => [operationId, name]),
      );
    const ofReports = Object.keys(REPORT_PARAMETERS).map(name => [
      'postTestResults',
      name,
    ]);
    expect([...asked(), ...ofReports].sort()).toEqual(documented.sort());
  });

  it.each(asked())('%s answers otherwise with %s', async (operation, name) => {
    const { path, as, told: toldIn, parameters } = OPERATIONS[operation];
    const { value, beside = {} } = parameters[name];
    const read = async (query: Query) => {
      const { body } = await portal
        .call('get', path, as)
        .query(query)
        .expect(200);
      return body;
    };
    const partOf = toldIn ?? (({ items }) => items);
    const without = await read(beside);
    const text = typeof value === 'string' ? value : value(without);
    const withIt = await read({ ...beside, [name]: text });
    expect(partOf(without)).toBeDefined();
    expect(partOf(withIt)).not.toEqual(partOf(without));
  });

  it.each(Object.entries(REPORT_PARAMETERS))(
    'postTestResults tells of something else with %s',
    async (name, value) => {
      const send = (query: Query) =>
        portal
          .call('post', '/test-results', 'service')
          .query(query)
          .set('Content-Type', 'application/xml')
          .send(REPORT)
          .expect(202);
      const known = async () => {
        await portal.normalise();
        const feed = await portal.asService.get('/feed?kinds=test&limit=500');
        const search = await portal.get(
          '/entities/component/default/search/history?kinds=test',
        );
        return [feed.body.items, search.body.items];
      };
      await send(OF_REPORT);
      const before = await known();
      await send(OF_REPORT);
      expect(await known()).toEqual(before);
      await send({ ...OF_REPORT, [name]: value });
      expect(await known()).not.toEqual(before);
    },
  );
});

function asked(): [operation: string, parameter: string][] {
  return Object.entries(OPERATIONS).flatMap(([operation, { parameters }]) =>
    Object.keys(parameters).map((name): [string, string] => [operation, name]),
  );
}
