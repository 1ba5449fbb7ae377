import { parseEntityRef } from '@backstage/catalog-model';

/** Pages of the portal that notifications lead to, as paths within it. */
export const pages = {
  /** What the catalog says of an entity; of a team, its scorecards among it. */
  entity(entityRef: string): string {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return `/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}`;
  },

  entityScorecards(entityRef: string): string {
    return `${pages.entity(entityRef)}/scorecards`;
  },

  /** The entities of a scorecard, those that the filter lets through. */
  matrix(scorecardRef: string, filter: Record<string, string>): string {
    const { namespace, name } = parseEntityRef(scorecardRef);
    const path = [namespace, name].map(encodeURIComponent).join('/');
    return `/scorecards/${path}?${new URLSearchParams(filter)}`;
  },

  waivers(filter: Record<string, string>): string {
    return `/scorecards/waivers?${new URLSearchParams(filter)}`;
  },
};
