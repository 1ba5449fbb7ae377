import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/** What the catalog's own policy answers is applied by the catalog: the condition itself does not matter here. */
export const CATALOG_CONDITION: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: {
    rule: 'IS_ENTITY_OWNER',
    resourceType: 'catalog-entity',
    params: { claims: [] },
  },
};
