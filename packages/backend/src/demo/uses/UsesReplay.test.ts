import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  RunbookUse,
  UsePage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { ServiceClient } from '@fairlead/service-client';
import { join } from 'node:path';
import { readServedRunbooks } from '../__testUtils__/readDemoRunbooks';
import { startRunbooks } from '../__testUtils__/startRunbooks';
import { ReplayProgress } from '../year/ReplayProgress';
import { readDemoEntities } from '../year/__testUtils__/readDemoEntities';
import { DemoUse, readUses } from './readUses';
import { UsesReplay } from './UsesReplay';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const demo = resolvePackagePath('backend', 'demo');

describe('the uses of the demo', () => {
  let backend: Awaited<ReturnType<typeof startRunbooks>>;
  let ask: ServiceClient;
  let uses: DemoUse[];
  let told: RunbookUse[];

  const run = async (progress: ReplayProgress) =>
    UsesReplay.create({
      ask,
      logger: mockServices.logger.mock(),
      progress,
      uses,
    }).run({ now: Date.now() });

  const newProgress = async () =>
    ReplayProgress.create(
      mockServices.database({ knex: await databases.init('SQLITE_3') }),
      'uses',
    );

  const readTold = async (): Promise<RunbookUse[]> => {
    const response = await ask('/uses?limit=500');
    const page: UsePage = await response.json();
    return page.items;
  };

  beforeAll(async () => {
    uses = await readUses(demo);
    backend = await startRunbooks({
      db: await databases.init('SQLITE_3'),
      entities: [
        ...(await readDemoEntities(demo)),
        ...(await readServedRunbooks(join(demo, 'runbooks'))),
      ],
    });
    ask = backend.ask;
  });

  afterAll(() => backend.stop());

  it('wait until the runbooks are known, and are told once', async () => {
    const progress = await newProgress();
    await run(progress);
    expect(await readTold()).toEqual([]);
    expect(await progress.get()).toBeUndefined();

    await backend.run('sync-catalog');
    await run(progress);
    told = await readTold();
    expect(told).toHaveLength(uses.length);

    // One that did not remember how far it came tells the same again.
    await run(await newProgress());
    expect(await readTold()).toEqual(told);
  });

  it('are of persons and agents, helped and did not, and one is under way', () => {
    expect(new Set(told.map(({ outcome }) => outcome))).toEqual(
      new Set(['helped', 'misled', 'missing', undefined]),
    );
    expect(told.some(({ byAgent }) => byAgent)).toBe(true);
    expect(told.filter(({ finishedAt }) => !finishedAt)).toHaveLength(1);
  });

  it('tick as many steps as there are', () => {
    for (const use of uses.filter(({ steps }) => steps)) {
      const ticked = told
        .filter(({ alert, note }) => alert === use.for && note === use.note)
        .map(({ steps }) => steps.filter(({ done }) => done).length);
      expect([use.runbook, ticked]).toEqual([
        use.runbook,
        expect.arrayContaining([use.steps]),
      ]);
    }
  });
});
