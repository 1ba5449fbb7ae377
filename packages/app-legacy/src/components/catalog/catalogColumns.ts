import {
  CatalogTable,
  type CatalogTableColumnsFunc,
  type CatalogTableRow,
} from '@backstage/plugin-catalog';
import { createScorecardLevelColumn } from '@fairlead/backstage-plugin-scorecards/legacy';

const levelColumn = createScorecardLevelColumn<CatalogTableRow>({
  scorecardRef: 'scorecard:default/production-readiness',
});

/** Names have room, the level stands beside them, and tags, which are filters already, leave that room. */
export const catalogColumns: CatalogTableColumnsFunc = context => {
  const [name, ...rest] = CatalogTable.defaultColumnsFunc(context);
  return [
    { ...name, cellStyle: { minWidth: 200 } },
    levelColumn,
    ...rest.filter(({ field }) => field !== 'entity.metadata.tags'),
  ];
};
