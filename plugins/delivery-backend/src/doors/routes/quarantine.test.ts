import { TestDatabases } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { QuarantinedDelivery } from '@fairlead/backstage-plugin-delivery-common';
import { CATALOG_CONDITION } from '../../__testUtils__/decisions';
import { entities } from '../../__testUtils__/entities';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource } from '../../__testUtils__/testSource';
import { QuarantineSchema } from '../schema/sources';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** Fails on everything, and knows which repository it is about. */
const source = createTestSource({
  read() {
    throw new TypeError('Of ann@example.org, zoeq: not readable');
  },
  repositoryOf: payload => {
    const { repo } = payload as { repo?: string };
    return repo ? { id: repo, name: repo } : undefined;
  },
});

describe.each(databases.eachSupportedId())('quarantine (%s)', id => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery({
      db: await databases.init(id),
      sources: [source],
    });
    await portal.run('sync-catalog');
    await portal.deliver(
      ['Acme/Checkout', 'acme/search', 'acme/nowhere', undefined].map(
        (repo, nonce) => ({
          type: 'told',
          nonce,
          ...(repo && { repo }),
          sender: { login: 'zoeq' },
          text: 'by @zoeq <zoe@example.org>',
        }),
      ),
    );
    await portal.normalise();
  });

  function decide(decisions: Record<string, PolicyDecision>) {
    jest.clearAllMocks();
    const decideAll = async (requests: { permission: Permission }[]) =>
      requests.map(({ permission }) => decisions[permission.name] ?? ALLOW);
    portal.permissions.authorizeConditional.mockImplementation(decideAll);
    portal.permissions.authorize.mockImplementation(decideAll as never);
  }

  async function shown(): Promise<QuarantinedDelivery[]> {
    const { body } = await portal.get('/sources/quarantine').expect(200);
    expect(JSON.stringify(body)).not.toMatch(/zoe|ann@/);
    return QuarantineSchema.parse(body).items.reverse();
  }

  const isShown = ({ payload, isWithheld }: QuarantinedDelivery) =>
    payload !== undefined && isWithheld === undefined;

  it('is shown whole, but for persons, to those who may read raw data', async () => {
    decide({ 'catalog.entity.read': DENY });
    const items = await shown();
    expect(items.map(isShown)).toEqual([true, true, true, true]);
    expect(items[0]).toMatchObject({
      reason: 'Of ***, ***: not readable',
      payload: { repo: 'Acme/Checkout', sender: { login: '***' } },
    });
  });

  it('is shown to others where they see the entities of the repository', async () => {
    decide({
      'delivery.raw.read': DENY,
      'catalog.entity.read': CATALOG_CONDITION,
    });
    const seen = catalogServiceMock({
      entities: entities.filter(({ metadata }) => metadata.name === 'checkout'),
    });
    jest
      .spyOn(portal.catalog, 'getEntityFacets')
      .mockImplementation((request, options) =>
        seen.getEntityFacets(request, options),
      );
    const items = await shown();
    expect(items.map(isShown)).toEqual([true, false, false, false]);
    expect(items[1]).toEqual({
      id: expect.any(String),
      source: 'test',
      type: 'told',
      receivedAt: expect.any(String),
      reason: expect.any(String),
      isWithheld: true,
    });
    expect(portal.permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(portal.permissions.authorize).toHaveBeenCalledTimes(1);
    expect(portal.catalog.getEntityFacets).toHaveBeenCalledTimes(1);
  });

  it('is withheld where no entity is known, even from those who see all entities', async () => {
    decide({ 'delivery.raw.read': DENY });
    expect((await shown()).map(isShown)).toEqual([true, true, false, false]);
  });

  it('is listed for nobody without the permission to see sources', async () => {
    decide({ 'delivery.source.read': DENY });
    const { body } = await portal.get('/sources/quarantine').expect(403);
    expect(body.error.message).toContain('delivery.source.read');
  });
});
