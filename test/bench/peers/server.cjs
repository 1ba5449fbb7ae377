/*
 * A backend with tech-insights alone, in a process of its own. Its facts come from a fact retriever that serves what
 * the file `BENCH_FACTS` holds, its checks from the configuration given with `--config`.
 */

// @ts-check

const { readFileSync } = require('node:fs');
const { createBackend } = require('@backstage/backend-defaults');
const { createBackendModule } = require('@backstage/backend-plugin-api');
const { parseEntityRef } = require('@backstage/catalog-model');
const {
  techInsightsFactRetrieversExtensionPoint,
} = require('@backstage-community/plugin-tech-insights-node');

const { retrieverId, schema, facts } = JSON.parse(
  readFileSync(String(process.env.BENCH_FACTS), 'utf8'),
);

const backend = createBackend();
backend.add(import('@backstage-community/plugin-tech-insights-backend'));
backend.add(
  import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
);
backend.add(
  createBackendModule({
    pluginId: 'tech-insights',
    moduleId: 'bench-facts',
    register(env) {
      env.registerInit({
        deps: { factRetrievers: techInsightsFactRetrieversExtensionPoint },
        async init({ factRetrievers }) {
          factRetrievers.addFactRetrievers({
            [retrieverId]: {
              id: retrieverId,
              version: '1.0.0',
              schema,
              handler: async () =>
                facts.map(({ entityRef, values }) => ({
                  entity: parseEntityRef(entityRef),
                  facts: values,
                })),
            },
          });
        },
      });
    },
  }),
);
backend.start();
