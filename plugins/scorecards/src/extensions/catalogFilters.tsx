import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Filters the catalog by the levels of scorecards. */
export const levelCatalogFilter = CatalogFilterBlueprint.make({
  name: 'level',
  params: {
    loader: () =>
      import('../catalogFilter').then(m => <m.EntityScorecardLevelPicker />),
  },
});
