import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

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
