import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
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
        const replay = YearReplay.create({
          logger,
          progress: await ReplayProgress.create(database),
          repositories: await readRepositories(
            resolvePackagePath('backend', 'demo'),
          ),
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
        // Routes answer only after the whole backend has started.
        lifecycle.addStartupHook(() =>
          scheduler.scheduleTask({
            id: 'live',
            frequency: { minutes: 1 },
            timeout: { minutes: 10 },
            fn: signal => replay.run({ now: Date.now(), signal }),
          }),
        );
      },
    });
  },
});
