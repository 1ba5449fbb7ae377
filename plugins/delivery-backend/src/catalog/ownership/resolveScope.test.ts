import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { startMatching } from '../../__testUtils__/startMatching';
import { Visibility } from '../visibility';
import { resolveScope } from './resolveScope';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

function entity(
  kind: string,
  name: string,
  relations: Record<string, string>,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', uid: `uid-${name}` },
    relations: Object.entries(relations).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

const group = (name: string, parent?: string) =>
  entity('Group', name, parent ? { childOf: `group:default/${parent}` } : {});
const component = (name: string, owner: string, system?: string) =>
  entity('Component', name, {
    ownedBy: `group:default/${owner}`,
    ...(system && { partOf: `system:default/${system}` }),
  });

const entities = [
  group('all'),
  group('sea', 'all'),
  group('land', 'all'),
  // A circle that somebody wrote by mistake.
  group('hen', 'egg'),
  group('egg', 'hen'),
  entity('Domain', 'trade', {}),
  entity('Domain', 'cargo', { partOf: 'domain:default/trade' }),
  entity('System', 'port', {
    partOf: 'domain:default/cargo',
    ownedBy: 'group:default/all',
  }),
  component('crane', 'sea', 'port'),
  component('gate', 'land', 'port'),
  component('nest', 'hen'),
];

describe.each(databases.eachSupportedId())('resolveScope (%s)', id => {
  async function start() {
    const { clock, db, put } = await startMatching({
      knex: await databases.init(id),
    });
    clock.now = 1_000;
    await put(...entities);
    const resolve = (
      ref: string,
      view: 'then' | 'now' = 'now',
      visibility: Visibility = 'all',
    ) => resolveScope(db, ref, { view, visibility });
    const names = async (...args: Parameters<typeof resolve>) =>
      (await resolve(...args)).entityRefs.map(ref => ref.split('/')[1]);
    return { clock, names, put, resolve };
  }

  it('gathers what stands behind an entity', async () => {
    const { names } = await start();
    expect(await names('component:default/crane')).toEqual(['crane']);
    expect(await names('system:default/port')).toEqual([
      'crane',
      'gate',
      'port',
    ]);
    expect(await names('domain:default/trade')).toEqual([
      'crane',
      'gate',
      'cargo',
      'trade',
      'port',
    ]);
    expect(await names('group:default/sea')).toEqual(['crane']);
    expect(await names('group:default/all')).toEqual(['crane', 'gate', 'port']);
    expect(await names('group:default/egg')).toEqual(['nest']);
    expect(await names('group:default/nobody')).toEqual([]);
  });

  it('shows only what the caller may read', async () => {
    const { names } = await start();
    const seen = { uids: ['uid-gate', 'uid-all'] };
    for (const view of ['then', 'now'] as const) {
      expect(await names('group:default/all', view, seen)).toEqual(['gate']);
    }
    expect(await names('system:default/port', 'now', seen)).toEqual(['gate']);
    const refs = { refs: ['component:default/crane'] };
    expect(await names('domain:default/trade', 'now', refs)).toEqual(['crane']);
  });

  it('tells since when and until when a group owned what', async () => {
    const { clock, names, put, resolve } = await start();
    clock.now = 5_000;
    await put(component('crane', 'land', 'port'));
    clock.now = 6_000;
    await put(component('crane', 'sea', 'port'));

    expect(await names('group:default/land')).toEqual(['gate']);
    const { spans } = await resolve('group:default/land', 'then');
    expect([...spans!]).toEqual([
      ['component:default/crane', [{ from: 5_000, to: 6_000 }]],
      ['component:default/gate', [{ from: 0 }]],
    ]);
    const sea = await resolve('group:default/sea', 'then');
    expect([...sea.spans!]).toEqual([
      ['component:default/crane', [{ from: 0, to: 5_000 }, { from: 6_000 }]],
    ]);
    const all = await resolve('group:default/all', 'then');
    expect(all.spans!.get('component:default/crane')).toEqual([{ from: 0 }]);
    expect((await resolve('system:default/port')).spans).toBeUndefined();
  });
});
