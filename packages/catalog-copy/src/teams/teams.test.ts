import { TestDatabases } from '@backstage/backend-test-utils';
import { entity, startCopy } from '../__testUtils__/startCopy';
import { readAncestors } from './readAncestors';
import { readBelonging } from './readBelonging';
import { readDescendants } from './readDescendants';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = (name: string) => `group:default/${name}`;

const entities = [
  entity('Group', 'all', ['parentOf', ref('land')]),
  entity('Group', 'sea', ['childOf', ref('all')]),
  entity('Group', 'land'),
  // Of two teams at once.
  entity('Group', 'quay', ['childOf', ref('land')], ['childOf', ref('sea')]),
  // A circle that somebody wrote by mistake.
  entity('Group', 'hen', ['childOf', ref('egg')]),
  entity('Group', 'egg', ['childOf', ref('hen')]),
  entity('Domain', 'trade'),
  entity('Domain', 'cargo', ['partOf', 'domain:default/trade']),
  entity('System', 'port', ['partOf', 'domain:default/cargo']),
];

describe.each(databases.eachSupportedId())('teams (%s)', id => {
  it('are all below one, and all above one', async () => {
    const copy = await startCopy({ knex: await databases.init(id) });
    await copy.entities.put(entities);
    const below = (entityRef: string) => readDescendants(copy.db, entityRef);
    expect(await below(ref('all'))).toEqual(
      ['all', 'land', 'quay', 'sea'].map(ref),
    );
    expect(await below(ref('egg'))).toEqual(['egg', 'hen'].map(ref));
    expect(await below(ref('nobody'))).toEqual([ref('nobody')]);
    expect(await below('user:default/mira')).toEqual(['user:default/mira']);
    expect(await below('domain:default/trade')).toEqual([
      'domain:default/trade',
      'domain:default/cargo',
    ]);

    const above = await readAncestors(copy.db);
    expect(above.get(ref('quay'))).toEqual(
      expect.arrayContaining(['quay', 'land', 'sea', 'all'].map(ref)),
    );
    expect(above.get(ref('quay'))).toHaveLength(4);
    expect(above.get(ref('hen'))).toEqual(['hen', 'egg'].map(ref));
    expect(above.has('domain:default/cargo')).toBe(false);

    const members = copy
      .db('entities')
      .whereIn('entity_ref', [ref('quay'), ref('hen')])
      .select({
        member_ref: copy.db.raw('?', ['user:default/mira']),
        group_ref: 'entity_ref',
      });
    const { groupsOf, lineOf } = await readBelonging(copy.db, members);
    expect([...groupsOf]).toEqual([
      ['user:default/mira', [ref('hen'), ref('quay')]],
    ]);
    expect(lineOf(ref('quay')).sort()).toEqual(
      ['all', 'land', 'quay', 'sea'].map(ref),
    );
    expect(lineOf(ref('hen'))).toEqual(['hen', 'egg'].map(ref));
  });
});
