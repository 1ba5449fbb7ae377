import { DefaultFilters } from '@backstage/plugin-catalog-react';
import { EntityScorecardLevelPicker } from '@fairlead/backstage-plugin-scorecards/legacy';

export function CatalogFilters() {
  return (
    <>
      <DefaultFilters initialKind="component" initiallySelectedFilter="all" />
      <EntityScorecardLevelPicker />
    </>
  );
}
