import { createBackendModule } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  FactSource,
  factSourcesExtensionPoint,
  ObservedFacts,
} from '@fairlead/backstage-plugin-scorecards-node';

const FINDINGS = 'security.findings.critical';

/** Asks the scanner how many critical findings each component has. */
export function createScannerFactSource(options: {
  baseUrl: string;
}): FactSource {
  return {
    id: 'scanner',
    title: 'Security scanner',
    facts: [
      {
        id: FINDINGS,
        type: 'number',
        unit: 'count',
        title: 'Critical findings',
        description: 'Open findings that the scanner rates as critical.',
        timeToLive: '26h',
      },
    ],
    schedule: { frequency: { hours: 6 }, timeout: { minutes: 30 } },
    limits: { concurrency: 2, requestsPerSecond: 5 },

    async *observe({ entities, fetch }) {
      for await (const page of entities({ filter: { kind: 'Component' } })) {
        yield {
          items: await Promise.all(
            page.map(async (entity): Promise<ObservedFacts> => {
              const entityRef = stringifyEntityRef(entity);
              const response = await fetch(
                `${options.baseUrl}/findings/${entity.metadata.name}`,
              );
              if (response.status === 404) {
                return { entityRef, values: {}, absent: [FINDINGS] };
              }
              if (!response.ok) {
                const error = `The scanner answered ${response.status}`;
                return {
                  entityRef,
                  values: {},
                  failures: { [FINDINGS]: { error } },
                };
              }
              const { critical } = await response.json();
              return { entityRef, values: { [FINDINGS]: critical } };
            }),
          ),
        };
      }
    },
  };
}

/** Adds the scanner's facts to scorecards. */
export default createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'scanner',
  register(env) {
    env.registerInit({
      deps: { factSources: factSourcesExtensionPoint },
      async init({ factSources }) {
        factSources.addFactSource(
          createScannerFactSource({ baseUrl: 'https://scanner.example.com' }),
        );
      },
    });
  },
});
