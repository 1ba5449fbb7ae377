import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startDelivery } from '../../__testUtils__/startDelivery';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('permissions of measures', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery({
      db: await databases.init('SQLITE_3'),
      permissions: {
        authorize: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.DENY })),
      },
    });
  });

  it.each([
    '/entities/component/default/checkout/measures',
    '/entities/group/default/payments/measures',
    '/entities/component/default/checkout/records?measure=leadTime',
    '/entities/component/default/checkout/history',
    '/overview',
    '/waiting',
  ])('are asked for before %s is answered, and named', async path => {
    const { body } = await portal.get(path).expect(403);
    expect(body.error.message).toContain('delivery.measure.read');
  });

  it.each(['/feed', '/measure-values', '/delivered-changes'])(
    'are asked for before a service reads %s',
    async path => {
      const { body } = await portal.asService.get(path).expect(403);
      expect(body.error.message).toContain('delivery.record.read');
    },
  );

  it('are asked for before a service is told what stands for users', async () => {
    const { body } = await portal.asService
      .post('/people', { userRefs: [] })
      .expect(403);
    expect(body.error.message).toContain('delivery.record.read');
  });

  it('are asked for before a verdict is taken', async () => {
    const { body } = await portal
      .post('/links/verdicts', {
        deployment: 'deployment:test:acme/checkout:1',
        incident: 'incident:test:P1',
        verdict: 'rejected',
      })
      .expect(403);
    expect(body.error.message).toContain('delivery.link.update');
  });
});
