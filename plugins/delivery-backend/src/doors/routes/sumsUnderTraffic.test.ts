import { TestDatabases } from '@backstage/backend-test-utils';
import { MeasureView } from '@fairlead/backstage-plugin-delivery-common';
import { fakeClock } from '../../__testUtils__/fakeClock';
import {
  daysAgo,
  deployment,
  startMeasured,
} from './__testUtils__/startMeasured';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'sums while samples change all the time (%s)',
  id => {
    afterEach(() => jest.useRealTimers());

    it('show what is kept while a newer one is made, but not for long', async () => {
      // After all that happened, which is dated from today.
      fakeClock(new Date(daysAgo(0)).toISOString());
      const portal = await startMeasured({
        db: await databases.init(id),
        config: { delivery: { worker: { measureInterval: { seconds: 15 } } } },
      });
      const deployments = async (entity: string) => {
        const { body } = await portal
          .get(`/entities/${entity}/measures`)
          .expect(200);
        const { n } = body.measures.find(
          (measure: MeasureView) => measure.id === 'deploymentFrequency',
        );
        return n;
      };
      const team = () => deployments('group/default/payments');
      const component = () => deployments('component/default/checkout');
      const deployAfter = async (seconds: number, number: number) => {
        jest.setSystemTime(Date.now() + seconds * 1_000);
        await portal.deliver([
          deployment('acme/checkout', number, daysAgo(1, number / 100)),
        ]);
        await portal.catchUp();
      };
      expect([await component(), await team()]).toEqual([20, 20]);

      await deployAfter(20, 101);
      expect([await component(), await team()]).toEqual([21, 20]);
      // The newer one comes by itself.
      let n = 20;
      while (n === 20) {
        n = await team();
      }
      expect(n).toBe(21);

      await deployAfter(301, 102);
      expect(await team()).toBe(22);
    });
  },
);
