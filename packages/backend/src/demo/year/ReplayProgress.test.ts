import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ReplayProgress } from './ReplayProgress';
import { YearReplay } from './YearReplay';
import { DemoDelivery } from './DemoDelivery';
import { DemoSender } from './DemoSender';
import { readRepositories } from './readRepositories';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const NOW = Date.parse('2026-11-20T12:00:00Z');
const HOUR = 3_600_000;

describe.each(databases.eachSupportedId())('the replay (%s)', id => {
  it('remembers how far it came, and sends nothing twice', async () => {
    const database = mockServices.database({ knex: await databases.init(id) });
    const progress = await ReplayProgress.create(database, 'year');
    expect(await progress.get()).toBeUndefined();
    await progress.set(NOW - 48 * HOUR);

    const sent: DemoDelivery[] = [];
    const send = async (deliveries: readonly DemoDelivery[]) =>
      void sent.push(...deliveries);
    const folder = resolvePackagePath('backend', 'demo');
    const replay = YearReplay.create({
      logger: mockServices.logger.mock(),
      progress,
      repositories: await readRepositories(folder, { firstDay: NOW }),
      sender: { send } as unknown as DemoSender,
    });
    await replay.run({ now: NOW - 5 * HOUR });
    expect(await progress.get()).toBe(NOW - 5 * HOUR);
    const before = sent.length;
    expect(before).toBeGreaterThan(0);
    // One that is stopped remembers what it sent last.
    await progress.set(sent[sent.length - 1].at);
    await replay.run({ now: NOW });
    expect(sent.length).toBeGreaterThan(before);
    const keys = sent.map(delivery => JSON.stringify(delivery));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
