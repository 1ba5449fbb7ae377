import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { Fragment } from 'react';

/** The catalog page takes its columns from code alone, so the app brings its own. */
export const catalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    catalogPlugin.getExtension('page:catalog').override({
      factory: (originalFactory, { inputs }) =>
        originalFactory({
          params: {
            loader: async () => {
              const { CatalogPage } = await import('./CatalogPage');
              const filters = inputs.filters.map(filter => (
                <Fragment key={filter.node.spec.id}>
                  {filter.get(coreExtensionData.reactElement)}
                </Fragment>
              ));
              return <CatalogPage filters={filters} />;
            },
          },
        }),
    }),
  ],
});
