import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SCORECARD_RESULT } from '@fairlead/backstage-plugin-scorecards-common';

/**
 * One scorecard's result for one entity, as permission rules see it. All refs are full and in lower case.
 *
 * @public
 */
export interface ScorecardResultResource {
  scorecardRef: string;
  entityRef: string;
  /** The entity's kind in lower case. */
  kind: string;
  /** Who owns the entity; undefined when nobody does. */
  ownerRef?: string;
  /** The system the entity is part of. */
  systemRef?: string;
  /** Who owns the scorecard; undefined when nobody does. */
  scorecardOwnerRef?: string;
}

/**
 * A condition on results that a database can answer: the property is one of the values.
 *
 * @public
 */
export interface ScorecardResultFilter {
  property: keyof ScorecardResultResource;
  values: string[];
}

/**
 * Scorecard results in the permission system. Needed to write rules of one's own.
 *
 * @public
 */
export const scorecardResultPermissionResourceRef = createPermissionResourceRef<
  ScorecardResultResource,
  ScorecardResultFilter
>().with({
  pluginId: 'scorecards',
  resourceType: RESOURCE_TYPE_SCORECARD_RESULT,
});
