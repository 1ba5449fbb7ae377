import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { TableColumn } from '@backstage/core-components';
import { lazy, Suspense } from 'react';
import { levelTitle } from '../states';

const EntityLevelCell = lazy(() =>
  import('./EntityLevelCell').then(m => ({ default: m.EntityLevelCell })),
);

/**
 * A column of the catalog's table with the level of each entity under one scorecard. The rows of a page share one
 * request.
 *
 * @public
 */
export function createScorecardLevelColumn<
  TRow extends { entity: Entity },
>(options: {
  /** The entity ref of the scorecard. */
  scorecardRef: string;
  /** The head of the column, by default the name of the scorecard: `Production readiness`. */
  title?: string;
}): TableColumn<TRow> {
  const { scorecardRef } = options;
  const { name } = parseEntityRef(scorecardRef);
  return {
    title: options.title ?? levelTitle(name),
    field: `scorecards.${scorecardRef}`,
    sorting: false,
    searchable: false,
    width: 'auto',
    render: ({ entity }) => (
      <Suspense fallback={null}>
        <EntityLevelCell entity={entity} scorecardRef={scorecardRef} />
      </Suspense>
    ),
  };
}
