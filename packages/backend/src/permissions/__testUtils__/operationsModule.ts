import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  OperationsRecord,
  operationsSourcesExtensionPoint,
} from '@fairlead/backstage-plugin-runbooks-node';

const HOUR = 3_600_000;

const ago = (hours: number) =>
  new Date(Date.now() - hours * HOUR).toISOString();

const about = (name: string) => ({
  source: 'test',
  entityRefs: [`component:default/${name}`],
});

const firing = (name: string): OperationsRecord => ({
  ...about(name),
  kind: 'firing',
  key: `alert:test:${name}`,
  alert: 'HighLatency',
  fingerprint: name,
  startsAt: ago(1),
  labels: {},
  receivers: [],
  dashboardUrls: [],
});

const incident = (name: string): OperationsRecord => ({
  ...about(name),
  kind: 'incident',
  key: `incident:test:${name}`,
  severity: 'critical',
  detectedAt: ago(5),
  acknowledgedAt: ago(4),
  resolvedAt: ago(2),
  alerts: ['HighLatency'],
  responders: [],
  followUps: [],
});

/** An alert that fires and an incident that is over, of the service for all to see and of the one for its team alone. */
export const operationsModule = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'test-operations',
  register(env) {
    env.registerInit({
      deps: { sources: operationsSourcesExtensionPoint },
      async init({ sources }) {
        sources.addOperationsSource({
          id: 'test',
          async *observe({ cursor }) {
            if (!cursor) {
              const names = ['checkout', 'vault'];
              yield {
                records: names.flatMap(name => [firing(name), incident(name)]),
                cursor: 'told',
              };
            }
          },
        });
      },
    });
  },
});
