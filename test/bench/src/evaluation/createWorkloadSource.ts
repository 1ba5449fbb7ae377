import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  FactSource,
  factSourcesExtensionPoint,
} from '@fairlead/backstage-plugin-scorecards-node';
import {
  createFactDeclarations,
  createValues,
  entityRefOf,
  inPages,
} from './createWorkload';

/** A source that sends all facts of the workload when it first runs, and then one changed fact each time. */
export function createWorkloadSource(options: {
  checks: number;
  entities: number;
}) {
  const { checks, entities } = options;
  let changes = 0;
  let hasSentAll = false;

  const source: FactSource = {
    id: 'bench',
    title: 'Bench',
    facts: createFactDeclarations(checks),
    schedule: { frequency: { trigger: 'manual' }, timeout: { hours: 1 } },
    async *observe() {
      if (hasSentAll) {
        changes += 1;
        yield {
          items: [
            {
              entityRef: entityRefOf(changes),
              values: { 'bench.findings.measure2': 1_000_000 + changes },
            },
          ],
        };
        return;
      }
      const now = Date.now();
      for (const page of inPages(entities)) {
        yield {
          items: page.map(index => ({
            entityRef: entityRefOf(index),
            values: createValues(index, checks, now),
          })),
        };
      }
      hasSentAll = true;
    },
  };

  return {
    /** The entity whose fact changes with the next run. */
    nextChanged: () => entityRefOf(changes + 1),

    module: createBackendModule({
      pluginId: 'scorecards',
      moduleId: 'bench',
      register(env) {
        env.registerInit({
          deps: { factSources: factSourcesExtensionPoint },
          async init({ factSources }) {
            factSources.addFactSource(source);
          },
        });
      },
    }),
  };
}
