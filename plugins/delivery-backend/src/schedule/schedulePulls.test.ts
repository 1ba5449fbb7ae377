import { TestDatabases } from '@backstage/backend-test-utils';
import { DeliveryPull } from '@fairlead/backstage-plugin-delivery-node';
import { startDelivery } from '../__testUtils__/startDelivery';
import { createTestSource } from '../__testUtils__/testSource';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function start(reconcile?: { enabled: boolean }) {
  const pull = jest.fn<
    ReturnType<DeliveryPull['pull']>,
    Parameters<DeliveryPull['pull']>
  >(async function* nothing() {
    yield { payloads: [] };
  });
  const delivery = await startDelivery({
    db: await databases.init('SQLITE_3'),
    sources: [
      createTestSource({
        pull: { annotations: ['github.com/project-slug'], pull },
      }),
    ],
    config: reconcile && { delivery: { reconcile } },
  });
  await delivery.run('sync-catalog');
  return { delivery, pull };
}

describe('asking sources', () => {
  it.each([undefined, { enabled: true }])(
    'happens by itself with %j',
    async reconcile => {
      const { delivery, pull } = await start(reconcile);
      await delivery.run('reconcile-test');
      expect(pull).toHaveBeenCalledTimes(1);
    },
  );

  it('happens only for a backfill where it is turned off', async () => {
    const { delivery, pull } = await start({ enabled: false });
    await expect(delivery.run('reconcile-test')).rejects.toThrow(
      'reconcile-test',
    );
    await delivery
      .post('/sources/backfills', { source: 'test', days: 3 })
      .expect(202);
    await delivery.run('run-backfills');
    expect(pull).toHaveBeenCalledTimes(1);
  });
});
