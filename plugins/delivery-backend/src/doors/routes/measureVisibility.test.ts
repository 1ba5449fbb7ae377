import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { deliveryMeasureReadPermission } from '@fairlead/backstage-plugin-delivery-common';
import { entities } from '../../__testUtils__/entities';
import {
  CATALOG_CONDITION,
  isOwnedBy,
  ownRules,
} from '../../__testUtils__/decisions';
import { startMeasured } from './__testUtils__/startMeasured';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const ENTITY_PATHS = ['measures', 'records?measure=leadTime', 'history'];

describe.each(databases.eachSupportedId())(
  'visibility of measures (%s)',
  id => {
    let portal: Awaited<ReturnType<typeof startMeasured>>;

    beforeAll(async () => {
      portal = await startMeasured({ db: await databases.init(id) });
    });

    function decide(catalog: PolicyDecision) {
      portal.permissions.authorizeConditional.mockImplementation(
        async requests =>
          requests.map(({ permission }) => {
            switch (permission.name) {
              case deliveryMeasureReadPermission.name:
                return ALLOW;
              case catalogEntityReadPermission.name:
                return catalog;
              default:
                throw new Error(`Nobody should ask about ${permission.name}`);
            }
          }),
      );
    }

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

    it('hides an entity like one that does not exist', async () => {
      decide(CATALOG_CONDITION);
      seeInCatalog(['search']);
      for (const path of ENTITY_PATHS) {
        await portal
          .get(`/entities/component/default/search/${path}`)
          .expect(200);
        const { body: hidden } = await portal
          .get(`/entities/component/default/checkout/${path}`)
          .expect(404);
        const { body: unknown } = await portal
          .get(`/entities/component/default/nobody/${path}`)
          .expect(404);
        expect(hidden.error.message.replace('checkout', 'nobody')).toBe(
          unknown.error.message,
        );
      }
    });

    it('sums only what the caller may see, whatever others were told before', async () => {
      const deployments = async (path: string) => {
        const { body } = await portal.get(path).expect(200);
        return body.measures.find(
          (measure: { id: string }) => measure.id === 'deploymentFrequency',
        ).n;
      };
      const sums = [
        '/entities/system/default/shop/measures',
        '/entities/group/default/engineering/measures',
        '/overview',
      ];
      decide(ALLOW);
      for (const path of sums) {
        await expect(deployments(path)).resolves.toBe(40);
      }
      decide(CATALOG_CONDITION);
      seeInCatalog(['search', 'shop', 'engineering']);
      for (const path of sums) {
        await expect(deployments(path)).resolves.toBe(20);
      }
      const { body } = await portal.get('/overview').expect(200);
      expect(
        body.teams.map(({ entityRef }: { entityRef: string }) => entityRef),
      ).toEqual(['group:default/engineering']);
      const { body: waiting } = await portal.get('/waiting').expect(200);
      expect(waiting.items).toEqual([]);
    });

    it("decides conditions by the catalog's own rules without the catalog", async () => {
      jest.clearAllMocks();
      seeInCatalog([]);
      decide(
        ownRules({
          allOf: [
            { not: isOwnedBy('group:default/nobody') },
            {
              rule: 'HAS_METADATA',
              resourceType: 'catalog-entity',
              params: { key: 'name', value: 'Search' },
            },
          ],
        }),
      );
      await portal
        .get('/entities/component/default/search/measures')
        .expect(200);
      await portal
        .get('/entities/component/default/checkout/measures')
        .expect(404);
      const { body } = await portal.get('/overview').expect(200);
      expect(
        body.measures.find(
          (measure: { id: string }) => measure.id === 'deploymentFrequency',
        ).n,
      ).toBe(20);
      expect(portal.catalog.getEntitiesByRefs).not.toHaveBeenCalled();
      expect(portal.catalog.getEntityFacets).not.toHaveBeenCalled();
    });

    it('has nothing of persons, be they known or not', async () => {
      decide(ALLOW);
      for (const path of ENTITY_PATHS) {
        for (const name of ['mock', 'nobody']) {
          const { body } = await portal
            .get(`/entities/user/default/${name}/${path}`)
            .expect(404);
          expect(body.error.message).toBe(
            'There is nothing measured of single persons; ask for their teams',
          );
        }
      }
    });

    it('asks the permission service and the catalog once each', async () => {
      for (const path of [
        ...ENTITY_PATHS.map(
          each => `/entities/component/default/search/${each}`,
        ),
        '/entities/group/default/engineering/measures',
        '/overview',
        '/waiting',
        '/entities/component/default/search/friction',
      ]) {
        jest.clearAllMocks();
        decide(CATALOG_CONDITION);
        seeInCatalog(['search', 'engineering']);
        await portal.get(path).expect(200);
        const { authorize, authorizeConditional } = portal.permissions;
        expect([
          path,
          authorizeConditional.mock.calls.length,
          authorize.mock.calls.length,
        ]).toEqual([path, 1, 1]);
        const { getEntitiesByRefs, getEntityFacets } = portal.catalog;
        expect(
          jest.mocked(getEntitiesByRefs).mock.calls.length +
            jest.mocked(getEntityFacets).mock.calls.length,
        ).toBe(1);
      }
    });

    it('takes no verdict about what the caller may not see', async () => {
      const verdict = {
        deployment: 'deployment:test:acme/checkout:1',
        incident: 'incident:test:P1',
        verdict: 'rejected',
      };
      decide(CATALOG_CONDITION);
      seeInCatalog(['search']);
      await portal.post('/links/verdicts', verdict).expect(404);
    });
  },
);
