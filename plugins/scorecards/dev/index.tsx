import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import scorecardsPlugin, { scorecardsApiRef } from '../src';
import { COMPONENT, GROUP } from '../src/__fixtures__';
import { exampleApi } from './exampleApi';

const entities = [
  COMPONENT,
  GROUP,
  { ...COMPONENT, metadata: { name: 'new-thing', namespace: 'default' } },
];

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
              factory: () => catalogApiMock({ entities }),
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
