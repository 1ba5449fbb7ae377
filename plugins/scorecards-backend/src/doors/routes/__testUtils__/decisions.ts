import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  RESOURCE_TYPE_SCORECARD_RESULT,
  scorecardsResultReadPermission,
} from '@fairlead/backstage-plugin-scorecards-common';

export const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };

export const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/** A condition by a rule of the portal's own, which the catalog alone can apply. */
export const CATALOG_CONDITION: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_SHOWN_TO',
    resourceType: 'catalog-entity',
    params: {},
  },
};

/** Conditions by the catalog's own rules, as a policy would make them. */
export const ownRules = (
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision => ({
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions,
});

/** The rule by which a policy shows what teams own. */
export const isOwnedBy = (...claims: string[]): PermissionCondition => ({
  rule: 'IS_ENTITY_OWNER',
  resourceType: 'catalog-entity',
  params: { claims },
});

export function resultCondition(
  conditions: PermissionCriteria<PermissionCondition>,
): PolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'scorecards',
    resourceType: RESOURCE_TYPE_SCORECARD_RESULT,
    conditions,
  };
}

/** A policy that allows all but what it is told. */
export function policy(decisions: {
  results?: PolicyDecision;
  catalog?: PolicyDecision;
}) {
  const { results = ALLOW, catalog = ALLOW } = decisions;
  return async (requests: QueryPermissionRequest[]) =>
    requests.map(({ permission }) => {
      switch (permission.name) {
        case scorecardsResultReadPermission.name:
          return results;
        case catalogEntityReadPermission.name:
          return catalog;
        default:
          throw new Error(`Nobody should ask about '${permission.name}'`);
      }
    });
}
