import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseReplay, toFactEntries } from './Replay';

/** Sends what the build servers of the demo organisation would send, while `demo.facts` is on. */
export const scorecardsModuleDemoFacts = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'demo-facts',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        scorecards: scorecardsServiceRef,
      },
      async init({ config, logger, scheduler, scorecards }) {
        if (!config.getOptionalBoolean('demo.facts')) {
          return;
        }
        await scheduler.scheduleTask({
          id: 'replay-demo-facts',
          initialDelay: { seconds: 15 },
          frequency: { seconds: 30 },
          timeout: { minutes: 1 },
          async fn() {
            for (const replay of await readReplays()) {
              const { rejected } = await scorecards.putFacts(
                toFactEntries(replay, Date.now()),
              );
              if (rejected.length > 0) {
                logger.debug(
                  `${rejected.length} facts of '${replay.source}' wait for their entities`,
                );
              }
            }
          },
        });
      },
    });
  },
});

async function readReplays() {
  const folder = resolvePackagePath('backend', 'demo', 'facts');
  const files = await readdir(folder);
  return Promise.all(
    files.map(async file =>
      parseReplay(await readFile(join(folder, file), 'utf8')),
    ),
  );
}
