import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  COMPONENT,
  entity,
  team,
} from '../../__testUtils__/entities';
import { MINUTE, startServices } from '../../__testUtils__/startServices';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('EntitySync, %s', id => {
  async function start(entities = [component(), team()]) {
    const services = await startServices({
      knex: await databases.init(id),
      entities,
    });
    return {
      ...services,
      refs: async () =>
        (await services.db('entities').orderBy('entity_ref')).map(
          row => row.entity_ref,
        ),
    };
  }

  it('copies what can be scored, and leaves people and locations out', async () => {
    const { entitySync, refs } = await start([
      component(),
      team(),
      entity('User:mira'),
      entity('Location:here'),
    ]);
    expect(await entitySync.run()).toEqual({
      changed: [COMPONENT, 'group:default/crew'],
      removed: [],
    });
    expect(await refs()).toEqual([COMPONENT, 'group:default/crew']);
  });

  it('writes and evaluates only what changed, relations included', async () => {
    const { catalog, db, entitySync, evaluator } = await start();
    await entitySync.run();
    await evaluator.run();
    expect(await entitySync.run()).toEqual({ changed: [], removed: [] });
    expect(await db('entities').whereNotNull('evaluate_at')).toEqual([]);

    catalog.put({
      ...component(),
      relations: [{ type: 'ownedBy', targetRef: 'group:default/other' }],
    });
    expect(await entitySync.run()).toMatchObject({ changed: [COMPONENT] });
    expect(
      await db('entities').whereNotNull('evaluate_at').select('owner_ref'),
    ).toEqual([{ owner_ref: 'group:default/other' }]);
  });

  it('carries the domain of a system to its parts, also when it moves', async () => {
    const system = (domain: string) =>
      entity('System:harbour', { relations: { partOf: domain } });
    const part = entity('Component:crane', {
      relations: { partOf: 'system:default/harbour' },
    });
    const { catalog, db, entitySync } = await start([
      part,
      system('domain:default/sea'),
    ]);
    const domainOf = async (ref: string) =>
      (await db('entities').where('entity_ref', ref).first()).domain_ref;
    await entitySync.run();
    expect(await domainOf('component:default/crane')).toBe(
      'domain:default/sea',
    );
    catalog.put(system('domain:default/land'));
    await entitySync.run();
    expect(await domainOf('system:default/harbour')).toBe(
      'domain:default/land',
    );
    expect(await domainOf('component:default/crane')).toBe(
      'domain:default/land',
    );
  });

  it('lets a group own itself', async () => {
    const { db, entitySync } = await start();
    await entitySync.run();
    expect(
      await db('entities').where('kind', 'group').select('owner_ref'),
    ).toEqual([{ owner_ref: 'group:default/crew' }]);
  });

  it('removes what is gone', async () => {
    const { catalog, entitySync, refs } = await start();
    await entitySync.run();
    catalog.remove(COMPONENT);
    expect(await entitySync.run()).toEqual({
      changed: [],
      removed: [COMPONENT],
    });
    expect(await refs()).toEqual(['group:default/crew']);
  });

  it('removes nothing after a stream that failed', async () => {
    const { catalog, entitySync, refs } = await start();
    await entitySync.run();
    catalog.remove(COMPONENT);
    catalog.failure = new Error('The catalog fell over');
    await expect(entitySync.run()).rejects.toThrow('The catalog fell over');
    expect(await refs()).toHaveLength(2);
  });

  it('removes nothing when the catalog answers nothing at all', async () => {
    const { catalog, entitySync, refs } = await start();
    await entitySync.run();
    catalog.remove(COMPONENT, 'group:default/crew');
    expect(await entitySync.run()).toEqual({ changed: [], removed: [] });
    expect(await refs()).toHaveLength(2);
  });

  it('keeps what a stream passed over though the catalog has it', async () => {
    const { catalog, entitySync, refs } = await start();
    await entitySync.run();
    catalog.passesOver.add(COMPONENT);
    expect(await entitySync.run()).toEqual({ changed: [], removed: [] });
    expect(await refs()).toHaveLength(2);
  });

  it('removes many at once only when that has held for a while', async () => {
    const many = Array.from({ length: 40 }, (_, n) => component(`c${n}`));
    const { catalog, clock, entitySync, refs } = await start([team(), ...many]);
    await entitySync.run();
    catalog.remove(...many.map(({ metadata }) => `component:${metadata.name}`));
    await entitySync.run();
    clock.now += 14 * MINUTE;
    await entitySync.run();
    expect(await refs()).toHaveLength(41);
    clock.now += MINUTE;
    await entitySync.run();
    expect(await refs()).toEqual(['group:default/crew']);
  });
});
