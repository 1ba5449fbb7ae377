import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_SCORECARD_FACT_SOURCE } from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';

/**
 * What facts are sent as, as permission rules see it.
 *
 * @public
 */
export interface ScorecardFactSourceResource {
  /** The `source` of an entry of `POST /facts`. */
  source: string;
}

/**
 * The sources of facts in the permission system. Needed to write rules of one's own.
 *
 * @public
 */
export const scorecardFactSourcePermissionResourceRef =
  createPermissionResourceRef<ScorecardFactSourceResource, string[]>().with({
    pluginId: 'scorecards',
    resourceType: RESOURCE_TYPE_SCORECARD_FACT_SOURCE,
  });

const hasSource = createPermissionRule({
  name: 'HAS_SOURCE',
  description: 'Allow to send facts as certain sources',
  resourceRef: scorecardFactSourcePermissionResourceRef,
  paramsSchema: z.object({
    sources: z.array(z.string()).describe('Sources, such as ci'),
  }),
  apply: (resource, { sources }) => sources.includes(resource.source),
  toQuery: ({ sources }) => sources,
});

/**
 * The rules that permission policies can put on sending facts.
 *
 * @public
 */
export const scorecardFactSourceRules = { hasSource };

const conditionExports = createConditionExports({
  resourceRef: scorecardFactSourcePermissionResourceRef,
  rules: scorecardFactSourceRules,
});

/**
 * Conditions for permission policies, one for each rule.
 *
 * @example
 * ```ts
 * createScorecardFactSourceConditionalDecision(
 *   request.permission,
 *   scorecardFactSourceConditions.hasSource({ sources: ['drills'] }),
 * );
 * ```
 *
 * @public
 */
export const scorecardFactSourceConditions = conditionExports.conditions;

/**
 * Makes the conditional decision of a policy about sending facts.
 *
 * @public
 */
export const createScorecardFactSourceConditionalDecision =
  conditionExports.createConditionalDecision;
