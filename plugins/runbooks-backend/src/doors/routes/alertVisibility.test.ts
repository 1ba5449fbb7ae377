import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  component,
  firing,
  group,
  minutesAgo,
  runbook,
} from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** Whatever a team owns, as the catalog's own rules say it, and as one says it that only the catalog can decide. */
function onlyOf(team: string, rule: 'IS_ENTITY_OWNER' | 'HAS_ODD_PROPERTY') {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: {
      resourceType: 'catalog-entity',
      rule,
      params: { claims: [`group:default/${team}`] },
    },
  } satisfies PolicyDecision;
}

const ENTITIES = [
  group('quay'),
  group('bank'),
  component('cart', {
    links: [
      { url: 'https://wiki.example/cart', title: 'Cart', type: 'runbook' },
    ],
  }),
  component('till', { owner: 'bank' }),
  // Nearer than the link, and not to be seen by everybody.
  {
    ...runbook('secret', {
      alerts: ['DiskFull'],
      serves: { entities: ['cart', 'till'] },
    }),
    relations: [{ type: 'ownedBy', targetRef: 'group:default/bank' }],
  },
];

const PATHS = [
  '/entities/component/default/cart',
  '/coverage',
  '/coverage?silent=true',
  '/firing',
  '/for?alert=DiskFull',
  '/for?alert=DiskFull&entity=cart',
  '/for?entity=cart',
  '/coverage/drafts?alert=DiskFull',
  '/coverage/drafts?alert=TillOpen',
  '/teams/group/default/quay',
];

describe.each(databases.eachSupportedId())('who sees alerts, %s', id => {
  async function start(decision: PolicyDecision) {
    const db = await databases.init(id);
    const backend = await startRunbooks({
      db,
      entities: ENTITIES,
      permissions: { authorizeConditional: async () => [decision] },
    });
    await backend.sync();
    backend.tell(
      firing({ startsAt: minutesAgo(30) }),
      firing({
        alert: 'TillOpen',
        fingerprint: 'till',
        entityRefs: ['component:default/till'],
        labels: { secret: 'till-label' },
      }),
      firing({
        fingerprint: 'both',
        startsAt: minutesAgo(5),
        entityRefs: ['component:default/till'],
      }),
    );
    await backend.run('read-operations');
    await db('runbooks').update({
      resolves: 'ok',
      health: JSON.stringify({ resolves: { state: 'ok' } }),
    });
    return { ...backend, db };
  }

  it('shows everything to who sees everything', async () => {
    const { get, stop } = await start({ result: AuthorizeResult.ALLOW });
    const { body } = await get('/coverage');
    expect(body.coverage).toMatchObject({ fired: 2, covered: 1 });
    expect((await get('/for?alert=DiskFull&entity=cart')).body).toMatchObject({
      runbook: { title: 'secret' },
      others: [{ title: 'Cart' }],
    });
    await stop();
  });

  it.each(['IS_ENTITY_OWNER', 'HAS_ODD_PROPERTY'] as const)(
    'hides other entities, and runbooks that are none of the caller, from lists, counts, reasons and others (%s)',
    async rule => {
      const { catalog, get, stop } = await start(onlyOf('quay', rule));
      // What the catalog answers to the caller where only it can decide.
      const seen = ['uid-cart', 'uid-group-quay'];
      catalog.getEntityFacets.mockResolvedValue({
        facets: {
          'metadata.uid': seen.map(value => ({ value, count: 1 })),
        },
      });
      catalog.getEntitiesByRefs.mockImplementation(async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          ENTITIES.find(
            entity =>
              seen.includes(entity.metadata.uid!) &&
              ref ===
                `${entity.kind.toLowerCase()}:default/${entity.metadata.name}`,
          ),
        ),
      }));
      for (const path of PATHS) {
        const { body, status } = await get(path);
        expect({ path, status }).toEqual({ path, status: 200 });
        const text = JSON.stringify(body);
        expect(text).not.toMatch(/secret/);
        expect(text).not.toMatch(/component:default\/till/);
      }
      const { body } = await get('/coverage');
      expect(body).toMatchObject({
        coverage: { fired: 1, covered: 0 },
        items: [
          {
            entityRef: 'component:default/cart',
            reason: expect.stringContaining('or none that you may see'),
          },
        ],
        totalItems: 1,
      });
      expect((await get('/firing')).body).toMatchObject({ totalItems: 1 });
      // The next best that they may read.
      expect((await get('/for?alert=DiskFull&entity=cart')).body).toMatchObject(
        { runbook: { title: 'Cart' }, others: [] },
      );
      expect((await get('/entities/component/default/till')).body).toEqual(
        await get('/entities/component/default/nobody').then(
          ({ body: unknown }) =>
            JSON.parse(JSON.stringify(unknown).replaceAll('nobody', 'till')),
        ),
      );
      for (const path of [
        '/entities/component/default/till',
        '/for?alert=DiskFull&entity=till',
        '/coverage/drafts?alert=DiskFull&entity=till',
        '/teams/group/default/bank',
      ]) {
        expect((await get(path)).status).toBe(404);
      }
      await stop();
    },
  );

  it('shows nothing to who sees nothing', async () => {
    const { get, stop } = await start({ result: AuthorizeResult.DENY });
    expect((await get('/coverage')).body).toMatchObject({
      coverage: { fired: 0, ratio: null },
      items: [],
      totalItems: 0,
    });
    expect((await get('/firing')).body).toMatchObject({ totalItems: 0 });
    expect((await get('/entities/component/default/cart')).status).toBe(404);
    await stop();
  });

  it('needs the permission to read runbooks', async () => {
    const db = await databases.init(id);
    const { asService, get, stop } = await startRunbooks({
      db,
      permissions: {
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
      },
    });
    for (const path of PATHS) {
      const { body, status } = await get(path);
      expect({ path, status }).toEqual({ path, status: 403 });
      expect(body.error.message).toContain('runbooks.runbook.read');
    }
    const { body, status } = await asService.get('/entity-values');
    expect(status).toBe(403);
    expect(body.error.message).toContain('runbooks.value.read');
    expect((await get('/entity-values')).status).toBe(403);
    await stop();
  });
});
