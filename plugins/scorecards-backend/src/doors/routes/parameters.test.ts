import { TestDatabases } from '@backstage/backend-test-utils';
import { Response } from 'supertest';
import { entities, readiness } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

type Query = Record<string, string>;

/** What has an effect on the answer of an operation: by parameter, its value and what else is asked with and without it. */
interface Asked {
  path: string;
  parameters: Record<string, { value: string | NextCursor; beside?: Query }>;
}

/** Stands for the cursor of the page that `beside` answers. */
type NextCursor = typeof NEXT_CURSOR;
const NEXT_CURSOR = Symbol('nextCursor');

const PAGING: Asked['parameters'] = {
  limit: { value: '1' },
  cursor: { value: NEXT_CURSOR, beside: { limit: '1' } },
};

const FILTERS: Asked['parameters'] = {
  level: { value: 'bronze' },
  status: { value: 'no-data' },
  check: { value: 'fast' },
  owner: { value: 'payments' },
  includeDescendants: { value: 'true', beside: { owner: 'engineering' } },
  system: { value: 'shop' },
  domain: { value: 'retail' },
  text: { value: 'cart' },
  sort: { value: '-level' },
};

const READINESS = '/scorecards/default/readiness';

const OPERATIONS: Record<string, Asked> = {
  listScorecards: { path: '/scorecards', parameters: PAGING },
  listScorecardEntities: {
    path: `${READINESS}/entities`,
    parameters: { ...PAGING, ...FILTERS, format: { value: 'csv' } },
  },
  getScorecardRollup: {
    path: `${READINESS}/rollup`,
    parameters: { by: { value: 'system', beside: { by: 'owner' } } },
  },
  getScorecardHistory: {
    path: `${READINESS}/history`,
    parameters: {
      from: { value: daysAgo(1) },
      to: { value: daysAgo(1) },
    },
  },
  listEntityTransitions: {
    path: '/entities/component/default/cart/transitions',
    parameters: { ...PAGING, scorecardRef: { value: 'basics' } },
  },
  listWaivers: {
    path: '/waivers',
    parameters: {
      ...PAGING,
      state: { value: 'requested' },
      entityRef: { value: 'component:default/cart' },
      scorecardRef: { value: 'readiness' },
      checkId: { value: 'described' },
      requestedBy: { value: 'nobody' },
      requestId: { value: 'none' },
      missing: { value: 'scorecard-owner' },
      inEffect: { value: 'true' },
      waitingFor: { value: 'me' },
    },
  },
  listCampaigns: {
    path: '/campaigns',
    parameters: {
      ...PAGING,
      state: { value: 'draft' },
      teamRef: { value: 'payments' },
      scorecardRef: { value: 'basics' },
    },
  },
  getCampaign: {
    path: '/campaigns/started',
    parameters: { limit: { value: '1' }, teamRef: { value: 'payments' } },
  },
};

interface Operation {
  operationId: string;
  parameters?: { in: string; name: string }[];
}

/** What was listed: an answer that echoes its parameters and does nothing with them is no effect. */
const listedBy = ({ body, text }: Response) => body.items ?? text;

describe.each(databases.eachSupportedId())('documented parameters (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;
  /** The id of a campaign that meets two teams. */
  let started: string;

  beforeAll(async () => {
    const db = await databases.init(id);
    portal = await startScorecards({
      db,
      entities: [
        ...entities,
        {
          ...readiness,
          metadata: { name: 'basics', namespace: 'default', uid: 'uid-basics' },
        },
      ],
    });
    const expiresAt = new Date(Date.now() + 30 * 86_400_000).toISOString();
    for (const [scorecardRef, entityRef] of [
      ['readiness', 'component:default/cart'],
      ['basics', 'component:default/formula'],
    ]) {
      const { body } = await portal
        .post('/waivers', {
          scorecardRef,
          checkId: 'fast',
          entityRef,
          reason: 'It is being replaced',
          expiresAt,
        })
        .expect(201);
      if (scorecardRef === 'basics') {
        await portal
          .post(`/waivers/${body.id}/decision`, { decision: 'withdraw' })
          .expect(200);
      }
    }
    for (const scorecardRef of ['readiness', 'basics']) {
      const { body } = await portal
        .post('/campaigns', {
          title: 'By winter',
          why: 'A reader wants to know',
          ownerRef: 'engineering',
          scorecardRef,
          target: { level: 'bronze' },
          startsAt: new Date().toISOString(),
          deadline: expiresAt,
        })
        .expect(201);
      if (scorecardRef === 'basics') {
        started = body.id;
        await portal
          .post(`/campaigns/${started}/moves`, { move: 'start' })
          .expect(200);
      }
    }
    await portal.run('write-daily-totals');
    const today = await db('daily_totals').select('*');
    await db('daily_totals').insert(
      today.map(row => ({ ...row, day: daysAgo(3) })),
    );
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
    expect(asked().sort()).toEqual(documented.sort());
  });

  it.each(asked())('%s answers otherwise with %s', async (operation, name) => {
    const { parameters, ...route } = OPERATIONS[operation];
    const path = route.path.replace(/started$/, started);
    const { value, beside = {} } = parameters[name];
    const without = await portal.get(path).query(beside).expect(200);
    const text = value === NEXT_CURSOR ? without.body.nextCursor : value;
    const withIt = await portal
      .get(path)
      .query({ ...beside, [name]: text })
      .expect(200);
    expect(listedBy(withIt)).not.toEqual(listedBy(without));
  });

  it.each(Object.keys(FILTERS))(
    'of the list filter the CSV alike: %s',
    async name => {
      const { value, beside } = FILTERS[name];
      const query = { ...beside, [name]: value as string };
      const { path } = OPERATIONS.listScorecardEntities;
      const { body } = await portal.get(path).query(query).expect(200);
      const { text } = await portal
        .get(path)
        .query({ ...query, format: 'csv' })
        .expect(200);
      expect(text.trim().split('\n').slice(1)).toHaveLength(body.totalItems);
    },
  );
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

function asked(): [operation: string, parameter: string][] {
  return Object.entries(OPERATIONS).flatMap(([operation, { parameters }]) =>
    Object.keys(parameters).map((name): [string, string] => [operation, name]),
  );
}
