import { TestDatabases } from '@backstage/backend-test-utils';
import { entity, startCopy } from '../__testUtils__/startCopy';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const MINUTE = 60_000;

const cart = entity('Component', 'cart', ['ownedBy', 'group:default/crew']);
const crew = entity('Group', 'crew');
const many = Array.from({ length: 40 }, (_, n) => entity('API', `a${n}`));

describe.each(databases.eachSupportedId())('EntitySync (%s)', id => {
  const start = async (...entities: ReturnType<typeof entity>[]) =>
    startCopy({ knex: await databases.init(id), entities });

  it('writes what changed and nothing else, and tells of it within the transaction', async () => {
    const { db, refs, startSync, state, told } = await start(
      cart,
      crew,
      entity('Location', 'here'),
    );
    const sync = startSync();
    expect(await sync.run()).toEqual({
      changed: ['component:default/cart', 'group:default/crew'],
      removed: [],
    });
    expect(await refs()).toEqual([
      'component:default/cart',
      'group:default/crew',
    ]);
    expect(await sync.run()).toEqual({ changed: [], removed: [] });
    expect(told).toEqual(['changed 2']);

    state.catalog = [
      { ...cart, metadata: { ...cart.metadata, labels: { tier: 'one' } } },
      // What is not streamed changes nothing.
      { ...crew, ...{ status: { items: [] } } },
    ];
    expect(await sync.run()).toMatchObject({
      changed: ['component:default/cart'],
    });
    expect(await db('entities').whereNotNull('tier').pluck('tier')).toEqual([
      'one',
    ]);
    expect(
      await db('entity_terms').where('key', 'metadata.labels.tier'),
    ).toMatchObject([{ entity_ref: 'component:default/cart', value: 'one' }]);
  });

  it('writes again what another version or replica has written otherwise', async () => {
    const { db, startSync } = await start(cart, crew);
    const sync = startSync();
    await sync.run();
    await db('entities').where('kind', 'group').update({ hash: 'other' });
    expect(await sync.run()).toMatchObject({ changed: ['group:default/crew'] });
    expect(await sync.run()).toMatchObject({ changed: [] });
  });

  it('writes the same on two replicas at once', async () => {
    const { db, refs, startSync } = await start(cart, crew, ...many);
    await Promise.all([startSync().run(), startSync().run()]);
    expect(await refs()).toHaveLength(42);
    const terms = await db('entity_terms').where({
      key: 'metadata.name',
      value: 'cart',
    });
    expect(terms).toHaveLength(1);
  });

  it('removes what is gone, with its terms, after telling of it', async () => {
    const { db, refs, startSync, state, told } = await start(cart, crew);
    await startSync().run();
    state.catalog = [crew];
    expect(await startSync().run()).toEqual({
      changed: [],
      removed: ['component:default/cart'],
    });
    expect(told.at(-1)).toBe('removed component:default/cart');
    expect(await refs()).toEqual(['group:default/crew']);
    expect(await db('entity_terms').distinct().pluck('entity_ref')).toEqual([
      'group:default/crew',
    ]);
  });

  it('removes nothing after a stream that failed or passed over, or from an empty catalog', async () => {
    const { refs, startSync, state } = await start(cart, crew);
    const sync = startSync();
    await sync.run();
    state.passedOver.add('cart');
    expect(await sync.run()).toEqual({ changed: [], removed: [] });
    state.catalog = [crew];
    state.failure = new Error('The catalog fell over');
    await expect(sync.run()).rejects.toThrow('fell over');
    state.failure = undefined;
    state.catalog = [];
    expect(await sync.run()).toEqual({ changed: [], removed: [] });
    expect(await refs()).toHaveLength(2);
  });

  it('removes many at once only when that has held for a while, on whichever replica', async () => {
    const { clock, refs, startSync, state } = await start(crew, ...many);
    await startSync().run();
    state.catalog = [crew];
    await startSync().run();
    clock.now += 14 * MINUTE;
    await startSync().run();
    expect(await refs()).toHaveLength(41);
    clock.now += MINUTE;
    await startSync().run();
    expect(await refs()).toEqual(['group:default/crew']);
  });

  it('begins to wait anew when they came back in between', async () => {
    const { clock, refs, startSync, state } = await start(crew, ...many);
    await startSync().run();
    for (const answered of [[crew], [crew, ...many], [crew]]) {
      state.catalog = answered;
      await startSync().run();
      clock.now += 14 * MINUTE;
    }
    await startSync().run();
    expect(await refs()).toHaveLength(41);
  });

  it('does not count the time in which the catalog answered nothing', async () => {
    const { clock, refs, startSync, state } = await start(crew, ...many);
    await startSync().run();
    state.catalog = [];
    await startSync().run();
    clock.now += 60 * MINUTE;
    state.catalog = [crew];
    await startSync().run();
    expect(await refs()).toHaveLength(41);
  });

  it('finds entities that no run has brought yet', async () => {
    const { refs, startSync } = await start(cart, crew);
    const found = await startSync().find([
      'component:default/cart',
      'component:default/nobody',
    ]);
    expect([...found]).toEqual(['component:default/cart']);
    expect(await refs()).toEqual(['component:default/cart']);
  });

  it('streams nothing while the catalog is at the revision that the copy has followed', async () => {
    const { refs, startSync, state } = await start(cart);
    const sync = startSync();
    state.revision = '1';
    await sync.run();
    expect(await sync.run()).toEqual({ changed: [], removed: [] });
    expect(state.streamed).toBe(1);

    state.catalog = [crew];
    state.revision = '2';
    expect(await sync.run()).toEqual({
      changed: ['group:default/crew'],
      removed: ['component:default/cart'],
    });
    expect(await refs()).toEqual(['group:default/crew']);
    // Another replica has to see for itself.
    await startSync().run();
    expect(state.streamed).toBe(3);
  });

  it('streams until nothing is kept that the catalog does not answer, and after a failure', async () => {
    const { startSync, state } = await start(cart, crew);
    const sync = startSync();
    state.revision = '1';
    state.failure = new Error('The catalog is restarting');
    await expect(sync.run()).rejects.toThrow(state.failure);
    state.failure = undefined;
    await sync.run();
    expect(state.streamed).toBe(2);

    state.revision = '2';
    state.passedOver.add('crew');
    await sync.run();
    // It is still there, changed or not.
    await sync.run();
    state.passedOver.clear();
    await sync.run();
    await sync.run();
    expect(state.streamed).toBe(5);
  });

  it('streams every quarter of an hour nevertheless, and each time once a revision has missed a change', async () => {
    const { clock, startSync, state } = await start(cart);
    const sync = startSync();
    state.revision = '1';
    await sync.run();
    clock.now += 14 * MINUTE;
    await sync.run();
    expect(state.streamed).toBe(1);
    clock.now += MINUTE;
    await sync.run();
    await sync.run();
    expect(state.streamed).toBe(2);

    state.catalog = [cart, crew];
    clock.now += 15 * MINUTE;
    expect(await sync.run()).toMatchObject({ changed: ['group:default/crew'] });
    await sync.run();
    expect(state.streamed).toBe(4);
  });
});
