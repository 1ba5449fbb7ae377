import {
  CatalogTable,
  type CatalogTableColumnsFunc,
  type CatalogTableRow,
} from '@backstage/plugin-catalog';
import { createScorecardLevelColumn } from '@fairlead/backstage-plugin-scorecards/legacy';

const levelColumn = createScorecardLevelColumn<CatalogTableRow>({
  scorecardRef: 'scorecard:default/production-readiness',
});

export const catalogColumns: CatalogTableColumnsFunc = context => [
  ...CatalogTable.defaultColumnsFunc(context),
  levelColumn,
];
