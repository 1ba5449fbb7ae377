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

/** Entities in a page: as many as most systems answer at once. */
const PAGE_SIZE = 100;

/** A source of the facts of the workload, installed as a module. */
export function createWorkloadSource(options: {
  checks: number;
  observe: FactSource['observe'];
}) {
  const source: FactSource = {
    id: 'bench',
    title: 'Bench',
    facts: createFactDeclarations(options.checks),
    schedule: { frequency: { trigger: 'manual' }, timeout: { hours: 1 } },
    observe: options.observe,
  };
  return createBackendModule({
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
  });
}

/** Sees all facts of the workload. */
export function observeAll(options: {
  checks: number;
  entities: number;
}): FactSource['observe'] {
  return async function* observe() {
    const now = Date.now();
    for (const page of inPages(options.entities, PAGE_SIZE)) {
      yield {
        items: page.map(index => ({
          entityRef: entityRefOf(index),
          values: createValues(index, options.checks, now),
        })),
      };
    }
  };
}

/** Sees one changed fact each time, of one entity after the other. */
export function observeChanges() {
  let changes = 0;
  return {
    /** The entity whose fact changes with the next run. */
    nextChanged: () => entityRefOf(changes + 1),

    observe: async function* observe() {
      changes += 1;
      yield {
        items: [
          {
            entityRef: entityRefOf(changes),
            values: { 'bench.findings.measure2': 1_000_000 + changes },
          },
        ],
      };
    } satisfies FactSource['observe'],
  };
}
