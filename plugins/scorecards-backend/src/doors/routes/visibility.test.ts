import { TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { PolicyDecision } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scorecardResultConditions } from '@fairlead/backstage-plugin-scorecards-node';
import {
  ALLOW,
  CATALOG_CONDITION,
  DENY,
  isOwnedBy,
  ownRules,
  policy,
  resultCondition,
} from './__testUtils__/decisions';
import { entities, READINESS } from './__testUtils__/fixtures';
import { startScorecards } from './__testUtils__/startScorecards';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const {
  forScorecard,
  inSystem,
  isEntityOwner,
  isScorecardOwner,
  ofKind,
  ownedBy,
} = scorecardResultConditions;

const LISTS = [
  '/scorecards',
  '/scorecards/default/readiness',
  '/scorecards/default/readiness/entities',
  '/scorecards/default/readiness/entities?format=csv',
  '/scorecards/default/readiness/rollup?by=owner',
  '/scorecards/default/readiness/history',
  '/owners/group/default/payments',
  '/waivers',
];

const READS = [
  '/entities/component/default/cart',
  '/entities/component/default/cart/transitions',
  '/facts/component/default/cart',
  '/badges/default/readiness/component/default/cart.svg',
];

describe.each(databases.eachSupportedId())('visibility (%s)', id => {
  let portal: Awaited<ReturnType<typeof startScorecards>>;

  beforeAll(async () => {
    portal = await startScorecards({ db: await databases.init(id) });
  });

  /** What the catalog shows to a caller whose conditions it applies. */
  function seeInCatalog(names: string[]) {
    const seen = catalogServiceMock({
      entities: entities.filter(({ metadata }) =>
        names.includes(metadata.name),
      ),
    });
    jest
      .spyOn(portal.catalog, 'getEntitiesByRefs')
      .mockImplementation((request, options) =>
        seen.getEntitiesByRefs(request, options),
      );
    jest
      .spyOn(portal.catalog, 'getEntityFacets')
      .mockImplementation((request, options) =>
        seen.getEntityFacets(request, options),
      );
  }

  function decide(decisions: {
    results?: PolicyDecision;
    catalog?: PolicyDecision;
  }) {
    jest.clearAllMocks();
    portal.permissions.authorizeConditional.mockImplementation(
      policy(decisions),
    );
  }

  async function listNames(query: object = {}): Promise<string[]> {
    const { body } = await portal
      .get('/scorecards/default/readiness/entities')
      .query(query)
      .expect(200);
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map(
      (item: { entityRef: string }) => item.entityRef.split('/')[1],
    );
  }

  describe('with conditions on catalog entities', () => {
    beforeEach(() => {
      seeInCatalog(['readiness', 'cart', 'orphan', 'payments']);
      decide({ catalog: CATALOG_CONDITION });
    });

    it.each([...LISTS, ...READS])(
      'asks the permission service and the catalog once each for %s',
      async path => {
        await portal.get(path).expect(200);
        expect(portal.permissions.authorizeConditional).toHaveBeenCalledTimes(
          1,
        );
        expect(portal.permissions.authorize).not.toHaveBeenCalled();
        const { getEntitiesByRefs, getEntityFacets } = portal.catalog;
        expect(
          jest.mocked(getEntitiesByRefs).mock.calls.length +
            jest.mocked(getEntityFacets).mock.calls.length,
        ).toBe(1);
      },
    );

    it('lists and counts the entities that the catalog shows, and no others', async () => {
      await expect(listNames()).resolves.toEqual(['orphan', 'cart']);
      await expect(listNames({ level: 'silver' })).resolves.toEqual([]);

      const { body } = await portal.get('/scorecards').expect(200);
      expect(body.items[0].totals).toMatchObject({
        entities: 2,
        levels: { none: 1, bronze: 1, silver: 0 },
      });
      const { body: owner } = await portal
        .get('/owners/group/default/payments')
        .expect(200);
      expect(owner.scorecards[0].totals.entities).toBe(1);
      const { body: preview } = await portal
        .post('/preview', { scorecard: JSON.stringify(entities.at(-1)) })
        .expect(200);
      expect(preview.totals.after).toEqual({ none: 1, bronze: 1, silver: 0 });
    });

    it('answers a hidden entity like an unknown one', async () => {
      const { body: hidden } = await portal
        .get('/entities/component/default/checkout')
        .expect(404);
      const { body: unknown } = await portal
        .get('/entities/component/default/nobody')
        .expect(404);
      expect(hidden.error.message.replace('checkout', 'nobody')).toBe(
        unknown.error.message,
      );
      const { body } = await portal
        .post('/entities/by-refs', {
          entityRefs: entities.map(entity => stringifyEntityRef(entity)),
        })
        .expect(200);
      expect(
        body.items.map((item: { entityRef: string }) => item.entityRef),
      ).toEqual(['component:default/cart', 'component:default/orphan']);
    });

    it('answers a hidden scorecard like an unknown one', async () => {
      seeInCatalog(['cart']);
      await portal.get('/scorecards/default/readiness').expect(404);
      const { body } = await portal
        .get('/entities/component/default/cart')
        .expect(200);
      expect(body.scorecards).toEqual([]);
      const { body: list } = await portal.get('/scorecards').expect(200);
      expect(list).toEqual({ items: [], totalItems: 0 });
      const { body: preview } = await portal
        .post('/preview', { scorecard: JSON.stringify(entities.at(-1)) })
        .expect(200);
      expect(preview.totals.before).toBeNull();
      expect(preview.entities).toMatchObject([{ before: null }]);
    });
  });

  describe("with conditions by the catalog's own rules", () => {
    const isShown = (kinds: string[]) => ({
      rule: 'IS_ENTITY_KIND',
      resourceType: 'catalog-entity',
      params: { kinds },
    });
    const onlyMine = ownRules({
      anyOf: [
        isShown(['group', 'scorecard']),
        isOwnedBy('group:default/payments'),
      ],
    });
    const allButTheirs = ownRules({ not: isOwnedBy('group:default/payments') });

    beforeEach(() => seeInCatalog([]));

    it('decides them without the catalog, for lists and for one entity', async () => {
      decide({ catalog: onlyMine });
      await expect(listNames()).resolves.toHaveLength(2);
      await portal.get('/entities/component/default/cart').expect(200);
      await portal.get('/entities/component/default/search').expect(404);
      const { body: owner } = await portal
        .get('/owners/group/default/engineering')
        .expect(200);
      expect(owner.scorecards[0].totals.entities).toBe(2);

      decide({ catalog: allButTheirs });
      await expect(listNames()).resolves.toHaveLength(3);
      await portal.get('/entities/component/default/cart').expect(404);
      await portal.get('/entities/component/default/search').expect(200);
      expect(portal.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
      expect(portal.catalog.getEntityFacets).not.toHaveBeenCalled();
    });

    it('decides the scorecards among them likewise', async () => {
      decide({ catalog: ownRules(isShown(['component'])) });
      const { body } = await portal.get('/scorecards').expect(200);
      expect(body.items).toEqual([]);
    });

    it('sums over teams in between that it does not name', async () => {
      decide({ catalog: ownRules({ not: isShown(['group']) }) });
      const { body } = await portal
        .get('/owners/group/default/engineering')
        .expect(200);
      expect(body.scorecards[0].totals.entities).toBe(4);
      expect(body.groupRefs).toEqual(['group:default/engineering']);
    });
  });

  it('asks nothing of the catalog when it allows everything', async () => {
    seeInCatalog([]);
    decide({});
    for (const path of [...LISTS, ...READS]) {
      await portal.get(path).expect(200);
    }
    expect(portal.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
    expect(portal.catalog.getEntityFacets).not.toHaveBeenCalled();
  });

  it('shows nothing to whom the catalog shows nothing', async () => {
    seeInCatalog([]);
    decide({ catalog: DENY });
    await portal.get(READS[0]).expect(404);
    const { body } = await portal.get('/scorecards').expect(200);
    expect(body.items).toEqual([]);
    expect(portal.catalog.getEntityFacets).not.toHaveBeenCalled();
  });

  it.each([...LISTS, ...READS, '/facts'])(
    'refuses %s to who may not read results, naming the permission',
    async path => {
      decide({ results: DENY });
      const { body } = await portal.get(path).expect(403);
      expect(body.error.message).toContain('scorecards.result.read');
    },
  );

  it.each([
    [forScorecard({ scorecardRefs: [READINESS] }), 5],
    [forScorecard({ scorecardRefs: ['other'] }), 0],
    [ofKind({ kinds: ['Component'] }), 5],
    [ofKind({ kinds: ['api'] }), 0],
    [ownedBy({ ownerRefs: ['payments'] }), 2],
    [{ not: ownedBy({ ownerRefs: ['payments'] }) }, 3],
    [inSystem({ systemRefs: ['shop'] }), 2],
    [isScorecardOwner({ claims: ['group:default/platform'] }), 5],
    [{ not: isScorecardOwner({ claims: ['group:default/payments'] }) }, 5],
    [
      {
        anyOf: [
          isEntityOwner({ claims: ['group:default/payments'] }),
          isScorecardOwner({ claims: ['group:default/payments'] }),
        ],
      },
      2,
    ],
    [
      {
        anyOf: [
          inSystem({ systemRefs: ['shop'] }),
          ownedBy({ ownerRefs: ['discovery'] }),
        ],
      },
      4,
    ],
    [
      {
        allOf: [
          ofKind({ kinds: ['component'] }),
          { not: inSystem({ systemRefs: ['shop'] }) },
          { not: { not: ownedBy({ ownerRefs: ['discovery'] }) } },
        ],
      },
      2,
    ],
  ] as const)('counts by the condition %j', async (conditions, expected) => {
    decide({ results: resultCondition(conditions as never) });
    await expect(listNames()).resolves.toHaveLength(expected);
    const { body } = await portal.get('/scorecards').expect(200);
    expect(body.items[0].totals.entities).toBe(expected);
  });

  it('shows facts of entities that have a visible result', async () => {
    decide({ results: resultCondition(ownedBy({ ownerRefs: ['payments'] })) });
    await portal.get('/facts/component/default/cart').expect(200);
    await portal.get('/facts/component/default/search').expect(404);
  });

  it('replays the same history for who sees a part as is stored for all', async () => {
    await portal.run('write-daily-totals');
    const path = '/scorecards/default/readiness/history';
    decide({ results: ALLOW });
    const { body: stored } = await portal.get(path).expect(200);
    expect(stored.items).toHaveLength(1);

    decide({ results: resultCondition(ofKind({ kinds: ['component'] })) });
    const { body: replayed } = await portal.get(path).expect(200);
    expect(replayed).toEqual(stored);

    decide({ results: resultCondition(inSystem({ systemRefs: ['shop'] })) });
    const { body: part } = await portal.get(path).expect(200);
    expect(part.items).toMatchObject([
      { entities: 2, levels: { bronze: 1, silver: 1 } },
    ]);
  });
});
