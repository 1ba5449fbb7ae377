import {
  AuthorizeResult,
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
