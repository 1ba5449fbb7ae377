import { TestDatabases } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  DefinitivePolicyDecision,
} from '@backstage/plugin-permission-common';
import { startDelivery } from '../../__testUtils__/startDelivery';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const DENY: DefinitivePolicyDecision = { result: AuthorizeResult.DENY };

const CHECKOUT = '/entities/component/default/checkout';

describe('callers without a permission', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery({
      db: await databases.init('SQLITE_3'),
      permissions: {
        authorize: async requests => requests.map(() => DENY),
        authorizeConditional: async requests => requests.map(() => DENY),
      },
    });
    await portal.run('sync-catalog');
  });

  it.each([
    [`${CHECKOUT}/friction`, 'delivery.measure.read'],
    ['/sources/unmatched', 'delivery.source.read'],
  ])('may not read %s', async (path, permission) => {
    const { body } = await portal.get(path).expect(403);
    expect(body.error.message).toContain(permission);
  });

  it.each(['friction-reports', 'friction-reports/some-id/withdrawal'])(
    'may not send %s',
    async path => {
      const { body } = await portal
        .post(`${CHECKOUT}/${path}`, { kind: 'waiting', minutes: 1 })
        .expect(403);
      expect(body.error.message).toContain('delivery.friction.create');
    },
  );
});
