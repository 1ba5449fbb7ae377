import { createBackendModule } from '@backstage/backend-plugin-api';
import { operationsSourcesExtensionPoint } from '@fairlead/backstage-plugin-runbooks-node';
import { createFirings } from '../runbooks/operations';
import { ENTITIES } from '../workload';

const PAGE_SIZE = 500;

/** Tells runbooks of the firings of all components, once. */
export const operationsModule = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'bench-operations',
  register(env) {
    env.registerInit({
      deps: { sources: operationsSourcesExtensionPoint },
      async init({ sources }) {
        sources.addOperationsSource({
          id: 'bench',
          async *observe({ cursor = '0' }) {
            const firings = createFirings(ENTITIES, Date.now());
            for (
              let start = Number(cursor);
              start < firings.length;
              start += PAGE_SIZE
            ) {
              yield {
                records: firings.slice(start, start + PAGE_SIZE),
                cursor: String(start + PAGE_SIZE),
              };
            }
          },
        });
      },
    });
  },
});
