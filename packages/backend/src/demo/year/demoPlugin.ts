import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { createServiceClient } from '@fairlead/service-client';
import { LearningReplay } from '../learning';
import { readUses, UsesReplay } from '../uses';
import { DemoSender } from './DemoSender';
import { readRepositories } from './readRepositories';
import { ReplayProgress } from './ReplayProgress';
import { YearReplay } from './YearReplay';

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
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, database, lifecycle, logger, scheduler } = deps;
        if (!config.getOptionalBoolean('demo.year')) {
          return;
        }
        const secretOf = (source: string) =>
          config.getString(`events.modules.${source}.webhookSecret`);
        const folder = resolvePackagePath('backend', 'demo');
        const year = YearReplay.create({
          logger,
          progress: await ReplayProgress.create(database, 'year'),
          repositories: await readRepositories(folder),
          sender: DemoSender.create({
            ...deps,
            secrets: {
              github: secretOf('github'),
              gitlab: secretOf('gitlab'),
              pagerduty: secretOf('pagerduty'),
              rootly: secretOf('rootly'),
              alertmanager: config.getString(
                'events.modules.alertmanager.token',
              ),
            },
          }),
        });
        const ask = createServiceClient({ ...deps, pluginId: 'runbooks' });
        const learning = LearningReplay.create({ ask });
        const uses = UsesReplay.create({
          ask,
          logger,
          progress: await ReplayProgress.create(database, 'uses'),
          uses: await readUses(folder),
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
            id: 'uses',
            initialDelay: { seconds: 20 },
            frequency: { seconds: 10 },
            timeout: { minutes: 5 },
            fn: () => uses.run({ now: Date.now() }),
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
