import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityReadPermission,
  RESOURCE_TYPE_CATALOG_ENTITY,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  deliveryFrictionCreatePermission,
  deliveryLinkUpdatePermission,
  deliveryRawReadPermission,
  deliveryRecordReadPermission,
} from '@fairlead/backstage-plugin-delivery-common';
import { onboardingJourneyUpdatePermission } from '@fairlead/backstage-plugin-onboarding-common';
import {
  runbooksIncidentUpdatePermission,
  runbooksUseCreatePermission,
  runbooksVerificationCreatePermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import {
  scorecardsAttestationCreatePermission,
  scorecardsAttestationUpdatePermission,
  scorecardsCampaignCreatePermission,
  scorecardsCampaignUpdatePermission,
  scorecardsFactCreatePermission,
  scorecardsHealthReadPermission,
  scorecardsWaiverCreatePermission,
  scorecardsWaiverUpdatePermission,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  createScorecardFactSourceConditionalDecision,
  scorecardFactSourceConditions,
} from '@fairlead/backstage-plugin-scorecards-node';

const ADMINISTRATORS = 'group:default/platform';

/** An entity with this annotation is seen by its owners alone. */
const CONFIDENTIAL = 'example.com/confidential';

/** What everybody who is signed in does, besides reading. Who owns what is looked at by the plugins themselves. */
const EVERYBODY_DOES = [
  deliveryFrictionCreatePermission,
  deliveryLinkUpdatePermission,
  onboardingJourneyUpdatePermission,
  runbooksIncidentUpdatePermission,
  runbooksUseCreatePermission,
  runbooksVerificationCreatePermission,
  scorecardsAttestationCreatePermission,
  scorecardsAttestationUpdatePermission,
  scorecardsCampaignCreatePermission,
  scorecardsCampaignUpdatePermission,
  scorecardsWaiverCreatePermission,
  scorecardsWaiverUpdatePermission,
];

/** What is read by administrators alone. */
const ADMINISTRATORS_READ = [
  deliveryRawReadPermission,
  deliveryRecordReadPermission,
  scorecardsHealthReadPermission,
];

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

/**
 * Everybody who is signed in reads what is not confidential and acts for their teams; the platform team administrates.
 * Services are not asked about here: what a token may do is said by its access restrictions.
 */
export class TeamPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (!user) {
      return DENY;
    }
    const claims = user.info.ownershipEntityRefs;
    const isAdministrator = claims.includes(ADMINISTRATORS);
    if (isPermission(permission, scorecardsFactCreatePermission)) {
      // Facts come from systems. What nothing measures is sent by hand, under a name that says so.
      return isAdministrator
        ? createScorecardFactSourceConditionalDecision(
            permission,
            scorecardFactSourceConditions.hasSource({ sources: ['manual'] }),
          )
        : DENY;
    }
    if (isAdministrator) {
      return ALLOW;
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
      const isOwner = catalogConditions.isEntityOwner({ claims });
      return createCatalogConditionalDecision(
        permission,
        isPermission(permission, catalogEntityReadPermission)
          ? {
              anyOf: [
                isOwner,
                {
                  not: catalogConditions.hasAnnotation({
                    annotation: CONFIDENTIAL,
                  }),
                },
              ],
            }
          : isOwner,
      );
    }
    const isOneOf = (others: readonly { name: string }[]) =>
      others.some(({ name }) => name === permission.name);
    const isReading = permission.attributes.action === 'read';
    return isOneOf(EVERYBODY_DOES) ||
      (isReading && !isOneOf(ADMINISTRATORS_READ))
      ? ALLOW
      : DENY;
  }
}
