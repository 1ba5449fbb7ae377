import { ComponentEntity } from '@backstage/catalog-model';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import deliveryPlugin, { deliveryApiRef } from '../src';
import { COMPONENT, GROUP } from '../src/__fixtures__';
import { exampleApi } from './exampleApi';

const named = (name: string): ComponentEntity => ({
  ...COMPONENT,
  metadata: { ...COMPONENT.metadata, name, title: undefined },
});

/** What they show is said in `exampleApi`. */
const entities = [
  COMPONENT,
  GROUP,
  named('service-empty'),
  named('service-error'),
  named('service-denied'),
  named('service-loading'),
];

createDevApp({
  features: [
    catalogPlugin,
    deliveryPlugin,
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
      pluginId: 'delivery',
      extensions: [
        ApiBlueprint.make({
          params: defineParams =>
            defineParams({
              api: deliveryApiRef,
              deps: {},
              factory: () => exampleApi,
            }),
        }),
      ],
    }),
  ],
});
