import { TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  firing,
  minutesAgo,
  runbook,
} from '../../__testUtils__/records';
import { startRunbooks } from '../../__testUtils__/startRunbooks';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const CART = '/entities/component/default/cart';

describe.each(databases.eachSupportedId())(
  'the runbooks of an entity, %s',
  id => {
    async function start(
      ...entities: Parameters<typeof startRunbooks>[0]['entities'] & {}
    ) {
      const db = await databases.init(id);
      const backend = await startRunbooks({ db, entities });
      await backend.sync();
      return { ...backend, db };
    }

    it('shows what fires with the runbook that is chosen for it', async () => {
      const backend = await start(
        component('cart'),
        runbook('disk-full', {
          alerts: ['DiskFull'],
          serves: { entities: ['cart'] },
        }),
      );
      backend.tell(
        firing({
          labels: { severity: 'critical', pod: 'cart-0' },
          summary: 'The disk is full',
        }),
        firing({ alert: 'SlowCart', startsAt: minutesAgo(5) }),
      );
      await backend.run('read-operations');

      const { body, status } = await backend.get(CART);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        entityRef: 'component:default/cart',
        firing: [
          {
            alert: 'DiskFull',
            mayPage: true,
            labels: { severity: 'critical', pod: 'cart-0' },
            summary: 'The disk is full',
            runbook: { title: 'disk-full', from: 'entity' },
          },
          { alert: 'SlowCart', mayPage: false },
        ],
        runbooks: [{ title: 'disk-full' }],
        coverage: {
          fired: 2,
          night: { fired: 1 },
          silent: { fired: 0, ratio: null },
          windowDays: 90,
        },
      });
      expect(body.firing[1].runbook).toBeUndefined();
      await backend.stop();
    });
  },
);
