import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  createConditionFactory,
  createPermissionRule,
} from '@backstage/plugin-permission-node';

/** A rule as adopters bring their own: only the catalog knows what it means. */
const hidingRule = createPermissionRule({
  name: 'IS_HIDDEN',
  description: 'Matches the parts of one system',
  resourceRef: catalogEntityPermissionResourceRef,
  apply: ({ spec }) => spec?.system === 'system-79',
  toQuery: () => ({ key: 'spec.system', values: ['system-79'] }),
});

/** The condition of that rule. */
export const isHidden = createConditionFactory(hidingRule);

/** Teaches the catalog the rule. */
export const hidingRuleModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'hiding-rule',
  register(env) {
    env.registerInit({
      deps: { permissions: coreServices.permissionsRegistry },
      async init({ permissions }) {
        permissions.addPermissionRules([hidingRule]);
      },
    });
  },
});
