import {
  coreServices,
  createBackendPlugin,
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { createServiceClient } from '@fairlead/service-client';
import { DecisionsReplay, readDecisions } from '../decisions';
import { LearningReplay } from '../learning';
import {
  createRouter,
  FirstChanges,
  NewcomersReplay,
  readFirstChanges,
  readNewcomers,
} from '../newcomers';
import { createPersonClient } from '../people';
import { readUses, UsesReplay } from '../uses';
import { DemoSender } from './DemoSender';
import { readRepositories } from './readRepositories';
import { ReplayProgress } from './ReplayProgress';
import { YearReplay } from './YearReplay';

const DAY = 24 * 3_600_000;

/** Lets the demo organisation live while `demo.year` is on. */
export const demoPlugin = createBackendPlugin({
  pluginId: 'demo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, database, httpAuth, httpRouter, lifecycle } = deps;
        const { logger, scheduler } = deps;
        if (!config.getOptionalBoolean('demo.year')) {
          return;
        }
        const secretOf = (source: string) =>
          config.getString(`events.modules.${source}.webhookSecret`);
        const folder = resolvePackagePath('backend', 'demo');
        const firstDay = await readFirstDay(database);
        const repositories = await readRepositories(folder, { firstDay });
        const sender = DemoSender.create({
          ...deps,
          secrets: {
            github: secretOf('github'),
            gitlab: secretOf('gitlab'),
            pagerduty: secretOf('pagerduty'),
            rootly: secretOf('rootly'),
            alertmanager: config.getString('events.modules.alertmanager.token'),
          },
        });
        const year = YearReplay.create({
          logger,
          progress: await ReplayProgress.create(database, 'year'),
          repositories,
          sender,
        });
        const newcomers = await readNewcomers(folder);
        const firstChanges = FirstChanges.create({
          changes: readFirstChanges(newcomers, { firstDay, repositories }),
          progressOf: userRef =>
            ReplayProgress.create(database, `first-change ${userRef}`),
          sender,
        });
        httpRouter.use(createRouter({ firstChanges, httpAuth }));
        const joining = NewcomersReplay.create({
          ask: createServiceClient({ ...deps, pluginId: 'onboarding' }),
          firstChanges,
          firstDay,
          logger,
          newcomers,
          people: createPersonClient({ ...deps, pluginId: 'onboarding' }),
          progress: await ReplayProgress.create(database, 'newcomers'),
        });
        const ask = createServiceClient({ ...deps, pluginId: 'runbooks' });
        const learning = LearningReplay.create({ ask });
        const uses = UsesReplay.create({
          ask,
          logger,
          progress: await ReplayProgress.create(database, 'uses'),
          uses: await readUses(folder),
        });
        const decisions = DecisionsReplay.create({
          decisions: await readDecisions(folder),
          logger,
          people: createPersonClient({ ...deps, pluginId: 'scorecards' }),
          progress: await ReplayProgress.create(database, 'decisions'),
        });
        // Routes answer only after the whole backend has started.
        lifecycle.addStartupHook(async () => {
          await scheduler.scheduleTask({
            id: 'live',
            frequency: { minutes: 1 },
            timeout: { minutes: 10 },
            fn: signal => year.run({ now: Date.now(), signal }),
          });
          await scheduler.scheduleTask({
            id: 'newcomers',
            initialDelay: { seconds: 15 },
            frequency: { seconds: 5 },
            timeout: { minutes: 5 },
            fn: () => joining.run(),
          });
          await scheduler.scheduleTask({
            id: 'uses',
            initialDelay: { seconds: 20 },
            frequency: { seconds: 10 },
            timeout: { minutes: 5 },
            fn: () => uses.run({ now: Date.now() }),
          });
          await scheduler.scheduleTask({
            id: 'decisions',
            initialDelay: { seconds: 20 },
            frequency: { seconds: 10 },
            timeout: { minutes: 5 },
            fn: () => decisions.run({ now: Date.now() }),
          });
          await scheduler.scheduleTask({
            id: 'learning',
            initialDelay: { seconds: 45 },
            frequency: { minutes: 1 },
            timeout: { minutes: 5 },
            fn: signal => learning.run({ now: Date.now(), signal }),
          });
        });
      },
    });
  },
});

/** The day of the first start, from which the days of those who came lately count. Milliseconds since the epoch. */
async function readFirstDay(database: DatabaseService): Promise<number> {
  const progress = await ReplayProgress.create(database, 'first-day');
  const today = Math.floor(Date.now() / DAY) * DAY;
  const firstDay = (await progress.get()) ?? today;
  await progress.set(firstDay);
  return firstDay;
}
