import {
  CatalogTable,
  type CatalogTableColumnsFunc,
} from '@backstage/plugin-catalog';
import { createScorecardLevelColumn } from '@fairlead/backstage-plugin-scorecards/legacy';

const levelColumn = createScorecardLevelColumn({
  scorecardRef: 'scorecard:default/production-readiness',
});

export const catalogColumns: CatalogTableColumnsFunc = context => [
  ...CatalogTable.defaultColumnsFunc(context),
  levelColumn,
];
