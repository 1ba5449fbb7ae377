import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scorecardsPlugin, { scorecardsApiRef } from '../src';
import { createExampleApi } from '../src/portal/__fixtures__';

const exampleApi = createExampleApi({ entities: 2_000, now: Date.now() });

createDevApp({
  features: [
    catalogPlugin,
    scorecardsPlugin,
    createFrontendModule({
      pluginId: 'catalog',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: catalogApiRef,
              deps: {},
              factory: () =>
                catalogApiMock({
                  entities: exampleApi.subjects.map(({ entity }) => entity),
                }),
            }),
        }),
      ],
    }),
    createFrontendModule({
      pluginId: 'scorecards',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: scorecardsApiRef,
              deps: {},
              factory: () => exampleApi,
            }),
        }),
      ],
    }),
  ],
});
