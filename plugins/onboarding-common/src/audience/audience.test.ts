import { Entity } from '@backstage/catalog-model';
import { createAudienceDocument, isForUser, readGroups } from '.';

const entity = (kind: string, name: string, spec: object): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name },
    spec,
  } as Entity);

const ann = entity('User', 'ann', { memberOf: ['sea'] });
const groups = [
  entity('Group', 'sea', { parent: 'all' }),
  entity('Group', 'all', { children: ['sea'], parent: 'sea' }),
  entity('Group', 'crew', { members: ['ann'] }),
];

describe('audiences', () => {
  it('know the groups of a user, those above too, round every circle', () => {
    expect(readGroups(ann, groups)).toEqual({
      direct: ['group:default/crew', 'group:default/sea'],
      all: ['group:default/crew', 'group:default/sea', 'group:default/all'],
    });
  });

  it.each([
    [undefined, true],
    [{ groups: { $contains: 'group:default/all' } }, true],
    [{ groups: { $contains: 'group:default/land' } }, false],
    [
      { 'metadata.name': 'ann', owned: { $contains: 'component:default/a' } },
      true,
    ],
    [{ $not: { kind: 'User' } }, false],
    [{ $all: 'nonsense' }, false],
  ])('fit as %j says', (audience, expected) => {
    const { all } = readGroups(ann, groups);
    const document = createAudienceDocument(ann, all, ['component:default/a']);
    expect(isForUser(audience as never, document)).toBe(expected);
  });
});
