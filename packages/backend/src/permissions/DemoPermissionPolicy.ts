import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityDeletePermission,
  catalogEntityRefreshPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { deliveryLinkUpdateAnyPermission } from '@fairlead/backstage-plugin-delivery-common';
import { onboardingJourneyUpdateAnyPermission } from '@fairlead/backstage-plugin-onboarding-common';
import { runbooksIncidentUpdateAnyPermission } from '@fairlead/backstage-plugin-runbooks-common';

/** What nobody does for teams that they do not belong to. */
const OF_OTHER_TEAMS = [
  deliveryLinkUpdateAnyPermission,
  onboardingJourneyUpdateAnyPermission,
  runbooksIncidentUpdateAnyPermission,
];

/**
 * The policy of the demo: whoever is signed in reads everything and uses every feature; only owners remove or refresh
 * catalog entities, say what caused their incidents, write their reviews, and put others on their tracks.
 */
export class DemoPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (
      !user ||
      OF_OTHER_TEAMS.some(theirs => isPermission(permission, theirs))
    ) {
      return { result: AuthorizeResult.DENY };
    }
    if (
      isPermission(permission, catalogEntityDeletePermission) ||
      isPermission(permission, catalogEntityRefreshPermission)
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({
          claims: user.info.ownershipEntityRefs,
        }),
      );
    }
    return { result: AuthorizeResult.ALLOW };
  }
}
