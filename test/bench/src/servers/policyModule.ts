import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { isHidden } from './hidingRuleModule';

type ReadPermission = typeof catalogEntityReadPermission;

/** What a user may read in the catalog; everything else is allowed. */
const POLICIES = {
  everything: (): PolicyDecision => ({ result: AuthorizeResult.ALLOW }),
  'own teams': (permission: ReadPermission, user?: PolicyQueryUser) =>
    createCatalogConditionalDecision(
      permission,
      ownedBy(user?.info.ownershipEntityRefs ?? []),
    ),
  'own teams and all groups': (
    permission: ReadPermission,
    user?: PolicyQueryUser,
  ) =>
    createCatalogConditionalDecision(permission, {
      anyOf: [
        ownedBy(user?.info.ownershipEntityRefs ?? []),
        catalogConditions.isEntityKind({ kinds: ['group'] }),
      ],
    }),
  'all but one team': (permission: ReadPermission) =>
    createCatalogConditionalDecision(permission, {
      not: ownedBy(['group:default/team-1']),
    }),
  "a module's rule": (permission: ReadPermission) =>
    createCatalogConditionalDecision(permission, { not: isHidden(undefined) }),
} satisfies Record<
  string,
  (permission: ReadPermission, user?: PolicyQueryUser) => PolicyDecision
>;

export type PolicyName = keyof typeof POLICIES;

let current: PolicyName = 'own teams';

/** Changes the policy of this process. */
export function setPolicy(name: string): void {
  if (!Object.hasOwn(POLICIES, name)) {
    throw new Error(`There is no policy '${name}'`);
  }
  current = name as PolicyName;
}

const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    return isPermission(permission, catalogEntityReadPermission)
      ? POLICIES[current](permission, user)
      : { result: AuthorizeResult.ALLOW };
  },
};

function ownedBy(claims: string[]) {
  return catalogConditions.isEntityOwner({ claims });
}

/** The policy; without `permission.enabled` nothing asks it. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench-policy',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy(policy);
      },
    });
  },
});
