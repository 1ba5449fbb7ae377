import {
  AuthService,
  coreServices,
  createBackendModule,
  createServiceFactory,
  DiscoveryService,
  resolvePackagePath,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import runbooksBackend from '@fairlead/backstage-plugin-runbooks-backend';
import {
  RunbookUse,
  UsePage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { join } from 'node:path';
import { readServedRunbooks } from '../__testUtils__/readDemoRunbooks';
import { ReplayProgress } from '../year/ReplayProgress';
import { readDemoEntities } from '../year/__testUtils__/readDemoEntities';
import { DemoUse, readUses } from './readUses';
import { UsesReplay } from './UsesReplay';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const demo = resolvePackagePath('backend', 'demo');

interface Inside {
  auth: AuthService;
  discovery: DiscoveryService;
  scheduler: SchedulerService;
}

/** A runbooks backend beside a catalog with all that the demo has. Nothing runs by itself. */
async function startBackend(): Promise<{ backend: TestBackend } & Inside> {
  const inside: Partial<Inside> = {};
  const catalog = catalogServiceMock({
    entities: [
      ...(await readDemoEntities(demo)),
      ...(await readServedRunbooks(join(demo, 'runbooks'))),
    ],
  });
  const backend = await startTestBackend({
    features: [
      runbooksBackend,
      createBackendModule({
        pluginId: 'runbooks',
        moduleId: 'inside',
        register(env) {
          env.registerInit({
            deps: {
              auth: coreServices.auth,
              discovery: coreServices.discovery,
              scheduler: coreServices.scheduler,
            },
            async init(services) {
              Object.assign(inside, services);
            },
          });
        },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
    ],
  });
  return { backend, ...(inside as Inside) };
}

describe('the uses of the demo', () => {
  let backend: TestBackend;
  let ask: ServiceClient;
  let scheduler: SchedulerService;
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
    const started = await startBackend();
    backend = started.backend;
    scheduler = started.scheduler;
    ask = createServiceClient({ ...started, pluginId: 'runbooks' });
  });

  afterAll(() => backend.stop());

  it('wait until the runbooks are known, and are told once', async () => {
    const progress = await newProgress();
    await run(progress);
    expect(await readTold()).toEqual([]);
    expect(await progress.get()).toBeUndefined();

    await scheduler.triggerTask('sync-catalog');
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
