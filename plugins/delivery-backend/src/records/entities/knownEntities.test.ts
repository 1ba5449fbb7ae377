import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EntitySync } from '@fairlead/catalog-copy';
import { claiming, startMatching } from '../../__testUtils__/startMatching';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const cart = claiming('cart', { 'github.com/project-slug': 'acme/cart' });
const stock = claiming('stock', {});
const mira: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'mira',
    namespace: 'default',
    annotations: { 'github.com/user-login': 'Mira-Codes' },
  },
};
const location: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name: 'here', namespace: 'default' },
};

function ownedBy(entity: Entity, ownerRef: string): Entity {
  return {
    ...entity,
    relations: [{ type: 'ownedBy', targetRef: ownerRef }],
  };
}

describe.each(databases.eachSupportedId())('known entities (%s)', id => {
  async function start(...initial: Entity[]) {
    const portal = await startMatching({ knex: await databases.init(id) });
    let current = initial;
    const passedOver = new Set<string>();
    const state: { failure?: Error } = {};
    const catalog = catalogServiceMock.mock({
      async *streamEntities(request) {
        const pages = catalogServiceMock({ entities: current }).streamEntities(
          request,
        );
        for await (const page of pages) {
          yield page.filter(entity => !passedOver.has(entity.metadata.name));
        }
        if (state.failure) {
          throw state.failure;
        }
      },
      getEntitiesByRefs: (request, options) =>
        catalogServiceMock({ entities: current }).getEntitiesByRefs(
          request,
          options,
        ),
    });
    const sync = EntitySync.create({
      auth: mockServices.auth(),
      catalog,
      definition: portal.definition,
      entities: portal.entities,
      logger: mockServices.logger.mock(),
    });
    return {
      ...portal,
      passedOver,
      state,
      sync: {
        async run() {
          const { changed, removed } = await sync.run();
          return { changed: changed.length, removed: removed.length };
        },
      },
      setCatalog: (...entities: Entity[]) => {
        current = entities;
      },
      refs: () =>
        portal.db('entities').orderBy('entity_ref').pluck('entity_ref'),
    };
  }

  it('copies what can be measured and who owns it, and writes only what changed', async () => {
    const { db, refs, setCatalog, sync } = await start(
      cart,
      stock,
      mira,
      location,
    );
    expect(await sync.run()).toEqual({ changed: 3, removed: 0 });
    expect(await refs()).toEqual([
      'component:default/cart',
      'component:default/stock',
      'user:default/mira',
    ]);
    expect(await db('people')).toEqual([
      {
        person: '#Mira-Codes',
        user_ref: 'user:default/mira',
      },
    ]);
    expect(await sync.run()).toEqual({ changed: 0, removed: 0 });

    setCatalog(cart, claiming('stock', { 'fairlead.dev/service': 'x' }), mira);
    expect(await sync.run()).toEqual({ changed: 1, removed: 0 });
    expect(
      await db('claims').where('annotation', 'fairlead.dev/service'),
    ).toMatchObject([{ entity_ref: 'component:default/stock', value: 'x' }]);
  });

  it('remembers who owned what, the first owner for all time before', async () => {
    const { clock, db, setCatalog, sync } = await start(cart);
    await sync.run();
    const first = clock.now;
    clock.now += 1_000;
    setCatalog(ownedBy(cart, 'group:default/other'));
    await sync.run();
    clock.now += 1_000;
    setCatalog(stock);
    await sync.run();
    setCatalog(stock, ownedBy(cart, 'group:default/other'));
    await sync.run();
    const rows = await db('ownerships')
      .where('entity_ref', stringifyEntityRef(cart))
      .orderBy('from');
    expect(
      rows.map(row => [
        row.owner_ref,
        Number(row.from),
        row.to && Number(row.to),
      ]),
    ).toEqual([
      ['group:default/crew', 0, first + 1_000],
      ['group:default/other', first + 1_000, null],
    ]);
  });

  it('removes what is gone, with its claims and names', async () => {
    const { db, refs, setCatalog, sync } = await start(cart, stock, mira);
    await sync.run();
    setCatalog(stock);
    expect(await sync.run()).toEqual({ changed: 0, removed: 2 });
    expect(await refs()).toEqual(['component:default/stock']);
    expect(await db('people')).toEqual([]);
    expect(await db('claims').pluck('entity_ref')).toEqual([
      'component:default/stock',
    ]);
  });

  it('removes nothing after a stream that failed, from an empty catalog, or that a stream passed over', async () => {
    const { passedOver, refs, setCatalog, state, sync } = await start(
      cart,
      stock,
    );
    await sync.run();
    passedOver.add('cart');
    expect(await sync.run()).toEqual({ changed: 0, removed: 0 });
    setCatalog(stock);
    state.failure = new Error('The catalog fell over');
    await expect(sync.run()).rejects.toThrow('fell over');
    state.failure = undefined;
    setCatalog();
    expect(await sync.run()).toEqual({ changed: 0, removed: 0 });
    expect(await refs()).toHaveLength(2);
  });
});
