import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of scorecard results in permission conditions.
 *
 * @public
 */
export const RESOURCE_TYPE_SCORECARD_RESULT = 'scorecard-result';

/**
 * The resource type of those that facts are sent as, in permission conditions.
 *
 * @public
 */
export const RESOURCE_TYPE_SCORECARD_FACT_SOURCE = 'scorecard-fact-source';

/** Read results, totals, history and facts. @public */
export const scorecardsResultReadPermission = createPermission({
  name: 'scorecards.result.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SCORECARD_RESULT,
});

/** Send facts, as certain sources or as all. @public */
export const scorecardsFactCreatePermission = createPermission({
  name: 'scorecards.fact.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SCORECARD_FACT_SOURCE,
});

/** Try a definition out against the catalog. @public */
export const scorecardsScorecardPreviewPermission = createPermission({
  name: 'scorecards.scorecard.preview',
  attributes: { action: 'read' },
});

/** Ask for a waiver. @public */
export const scorecardsWaiverCreatePermission = createPermission({
  name: 'scorecards.waiver.create',
  attributes: { action: 'create' },
});

/** Approve, reject and revoke a waiver for the side one belongs to; withdraw and revoke what one asked for. @public */
export const scorecardsWaiverUpdatePermission = createPermission({
  name: 'scorecards.waiver.update',
  attributes: { action: 'update' },
});

/** Revoke a waiver that other teams asked for and approved. @public */
export const scorecardsWaiverUpdateAnyPermission = createPermission({
  name: 'scorecards.waiver.update.any',
  attributes: { action: 'update' },
});

/** Answer the question of a check, for a team that one belongs to. @public */
export const scorecardsAttestationCreatePermission = createPermission({
  name: 'scorecards.attestation.create',
  attributes: { action: 'create' },
});

/** Settle which of two answers that contradict each other holds, for the team that owns the entity. @public */
export const scorecardsAttestationUpdatePermission = createPermission({
  name: 'scorecards.attestation.update',
  attributes: { action: 'update' },
});

/** Draft a campaign, for a group that one belongs to. @public */
export const scorecardsCampaignCreatePermission = createPermission({
  name: 'scorecards.campaign.create',
  attributes: { action: 'create' },
});

/** Schedule, start, pause and end the campaigns of groups that one belongs to. @public */
export const scorecardsCampaignUpdatePermission = createPermission({
  name: 'scorecards.campaign.update',
  attributes: { action: 'update' },
});

/** Manage the campaigns of all groups. @public */
export const scorecardsCampaignUpdateAnyPermission = createPermission({
  name: 'scorecards.campaign.update.any',
  attributes: { action: 'update' },
});

/** See how the fact sources are doing. @public */
export const scorecardsSourceReadPermission = createPermission({
  name: 'scorecards.source.read',
  attributes: { action: 'read' },
});

/** See how evaluation and its sources are doing, and what of the definitions is refused. @public */
export const scorecardsHealthReadPermission = createPermission({
  name: 'scorecards.health.read',
  attributes: { action: 'read' },
});

/** All permissions of the scorecards plugin. @public */
export const scorecardsPermissions = [
  scorecardsResultReadPermission,
  scorecardsFactCreatePermission,
  scorecardsScorecardPreviewPermission,
  scorecardsWaiverCreatePermission,
  scorecardsWaiverUpdatePermission,
  scorecardsWaiverUpdateAnyPermission,
  scorecardsAttestationCreatePermission,
  scorecardsAttestationUpdatePermission,
  scorecardsCampaignCreatePermission,
  scorecardsCampaignUpdatePermission,
  scorecardsCampaignUpdateAnyPermission,
  scorecardsSourceReadPermission,
  scorecardsHealthReadPermission,
];
