import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { describeVisible, VisibleEntities } from '@fairlead/catalog-copy';
import { ScorecardResultFilter } from '@fairlead/backstage-plugin-scorecards-node';

/** What one caller may see. Made once a request, and handed to every query of it. */
export interface Visibility {
  entities: VisibleEntities;
  /** Refs of the scorecards that the caller may read in the catalog. */
  scorecards: 'all' | readonly string[];
  /** The conditions that a permission policy puts on results. */
  results: 'all' | PermissionCriteria<ScorecardResultFilter>;
}

/** What a `Database…` store may answer from. */
export interface ForVisible {
  visibility: Visibility;
}

/** Sees everything: for the backend's own work. */
export const SEES_ALL: Visibility = {
  entities: 'all',
  scorecards: 'all',
  results: 'all',
};

/** True when no row can be hidden from the caller. */
export function seesAll(visibility: Visibility): boolean {
  return (
    visibility.entities === 'all' &&
    visibility.scorecards === 'all' &&
    visibility.results === 'all'
  );
}

/** A text that is the same for callers who may see the same, for keys of answers. */
export function describeVisibility({
  entities,
  scorecards,
  results,
}: Visibility): string {
  return JSON.stringify([describeVisible(entities), scorecards, results]);
}
