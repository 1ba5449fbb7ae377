import { TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import fc from 'fast-check';
import { entity as entityOf, startCopy } from '../__testUtils__/startCopy';
import { readTermConditions } from './readTermConditions';
import { restrictToVisible } from './restrictToVisible';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const keys = fc.constantFrom('tier', 'a.b', 'Team');
const values = fc.constantFrom('one', 'ONE', 'two', '');
const groups = fc.constantFrom('group:default/sea', 'group:default/land');
const dictionaryOf = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(keys, value, { maxKeys: 2, noNullPrototype: true });
const properties = dictionaryOf(values);
const anyValue = fc.oneof(
  values,
  fc.constantFrom(1, true, false, null),
  fc.array(values, { maxLength: 2 }),
  properties,
);

/** As many entities as a run needs, told apart by their names. */
const manyEntities: fc.Arbitrary<Entity[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('Component', 'API', 'Group'),
      annotations: fc.option(properties, { nil: undefined }),
      labels: fc.option(properties, { nil: undefined }),
      more: dictionaryOf(anyValue),
      spec: fc.option(dictionaryOf(anyValue), {
        nil: undefined,
      }),
      owners: fc.array(groups, { maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(drawn =>
    drawn.map(({ kind, annotations, labels, more, spec, owners }, index) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        ...more,
        name: `e${index}`,
        namespace: 'default',
        ...(annotations && { annotations }),
        ...(labels && { labels }),
      },
      ...(spec && { spec }),
      relations: owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
    })),
  );

const condition = (rule: string, params: object): PermissionCondition => ({
  rule,
  resourceType: 'catalog-entity',
  params: JSON.parse(JSON.stringify(params)),
});

const maybe = fc.option(values, { nil: undefined });
const paths = fc.oneof(
  keys,
  fc.constantFrom('name', 'labels.tier', 'tier.one', 'a.b.one', 'Tier.Team'),
);

const conditions = fc.letrec<{
  tree: PermissionCriteria<PermissionCondition>;
}>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .array(fc.constantFrom('component', 'api', 'API'), { maxLength: 2 })
      .map(kinds => condition('IS_ENTITY_KIND', { kinds })),
    fc
      .array(groups, { maxLength: 2 })
      .map(claims => condition('IS_ENTITY_OWNER', { claims })),
    fc
      .record({ annotation: keys, value: maybe })
      .map(params => condition('HAS_ANNOTATION', params)),
    fc
      .record({ label: keys, value: maybe })
      .map(params => condition('HAS_LABEL', params)),
    fc
      .record({ key: paths, value: maybe })
      .map(params => condition('HAS_METADATA', params)),
    fc
      .record({ key: paths, value: maybe })
      .map(params => condition('HAS_SPEC', params)),
    tie('tree').map(not => ({ not })),
    fc.tuple(tie('tree'), tie('tree')).map(anyOf => ({ anyOf })),
    fc.tuple(tie('tree'), tie('tree')).map(allOf => ({ allOf })),
  ),
})).tree;

/** The catalog's own judgement of one entity. */
function isVisible(
  entity: Entity,
  criteria: PermissionCriteria<PermissionCondition>,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part => isVisible(entity, part));
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part => isVisible(entity, part));
  }
  if (isNotCriteria(criteria)) {
    return !isVisible(entity, criteria.not);
  }
  const rule = Object.values(permissionRules).find(
    ({ name }) => name === criteria.rule,
  )!;
  return rule.apply(entity, criteria.params as never);
}

describe.each(databases.eachSupportedId())('restrictToVisible (%s)', id => {
  it("shows what the catalog's own rules allow", async () => {
    const { db, entities: store } = await startCopy({
      knex: await databases.init(id),
    });
    await fc.assert(
      fc.asyncProperty(
        manyEntities,
        fc.array(conditions, { minLength: 5, maxLength: 5 }),
        async (entities, policies) => {
          await db('entities').delete();
          await db('entity_terms').delete();
          await store.put(entities);
          for (const policy of policies) {
            const query = db('entities as e').orderBy('e.entity_ref');
            restrictToVisible(query, {
              conditions: readTermConditions(policy)!,
            });
            expect(await query.pluck('e.entity_ref')).toEqual(
              entities
                .filter(entity => isVisible(entity, policy))
                .map(entity => stringifyEntityRef(entity))
                .sort(),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([0, 2_000])(
    'shows those of the uids that the catalog answered, among %d others',
    async others => {
      const { db, entities: store } = await startCopy({
        knex: await databases.init(id),
      });
      await store.put([entityOf('Component', 'cart'), entityOf('API', 'cart')]);
      const query = db('entities as e');
      restrictToVisible(query, {
        uids: [
          ...Array.from({ length: others }, (_, index) => `other-${index}`),
          'uid-API-cart',
        ],
      });
      expect(await query.pluck('e.entity_ref')).toEqual(['api:default/cart']);
    },
  );
});

describe('readTermConditions', () => {
  it.each([
    condition('IS_SHOWN_TO', {}),
    condition('toString', {}),
    condition('HAS_SPEC', { key: 1 }),
    { not: { allOf: [condition('IS_SHOWN_TO', {})] } },
    { anyOf: [] },
    { not: { anyOf: [] } },
    { allOf: [condition('HAS_SPEC', { key: 'type' }), { allOf: [] }] },
  ])('leaves %j to the catalog', policy => {
    expect(
      readTermConditions(
        policy as unknown as PermissionCriteria<PermissionCondition>,
      ),
    ).toBeUndefined();
  });
});
