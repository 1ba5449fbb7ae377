import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import permissionBackend from '@backstage/plugin-permission-backend';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  deliveryLinkUpdateAnyPermission,
  deliveryMeasureReadPermission,
} from '@fairlead/backstage-plugin-delivery-common';
import request from 'supertest';
import { NO_POLICY } from './permissionModuleClosedPolicy';
import { permissionPolicy } from './permissionPolicy';

jest.setTimeout(60_000);

describe('permissionPolicy', () => {
  async function start(data: object) {
    const logger = mockServices.logger.mock();
    const { server } = await startTestBackend({
      features: [
        permissionBackend,
        permissionPolicy,
        logger.factory,
        mockServices.rootConfig.factory({
          data: { permission: { enabled: true }, ...data },
        }),
      ],
    });
    const decide = async (permission: object) => {
      const { body } = await request(server)
        .post('/api/permission/authorize')
        .set('Authorization', mockCredentials.user.header())
        .send({ items: [{ id: '1', permission }] })
        .expect(200);
      return body.items[0].result;
    };
    return { decide, logger };
  }

  it.each([[{}], [{ demo: { facts: true } }], [{ demo: { enabled: false } }]])(
    'lets nobody do anything with %j, and says so loudly',
    async data => {
      const { decide, logger } = await start(data);
      expect(logger.error).toHaveBeenCalledWith(NO_POLICY);
      expect(NO_POLICY).toContain('docs/permissions.md');
      await expect(decide(deliveryMeasureReadPermission)).resolves.toBe(
        AuthorizeResult.DENY,
      );
    },
  );

  it('is that of the demo only where the demo is switched on', async () => {
    const { decide, logger } = await start({ demo: { enabled: true } });
    expect(logger.error).not.toHaveBeenCalled();
    await expect(decide(deliveryMeasureReadPermission)).resolves.toBe(
      AuthorizeResult.ALLOW,
    );
    await expect(decide(deliveryLinkUpdateAnyPermission)).resolves.toBe(
      AuthorizeResult.DENY,
    );
  });
});
