import { parseEntityRef } from '@backstage/catalog-model';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { isolated } from '@fairlead/bidi-text';
import { Campaign } from '@fairlead/backstage-plugin-scorecards-common';
import { Standing } from '../progress/standing';

/** People may mute what has this topic, and nothing else of scorecards with it. */
const TOPIC = 'campaigns';

/** What is told to a team when a campaign starts for it, and again before its end; undefined where nothing is left. */
export function describeToTeam(
  campaign: Campaign,
  teamRef: string,
  standing: Standing,
): NotificationPayload | undefined {
  const { entities, checks } = standing;
  const left = checks.fail + checks.unknown;
  if (left === 0) {
    return undefined;
  }
  return {
    ...aboutCampaign(campaign),
    title: isolated`“${campaign.title}” is due on ${dayOf(campaign)}: ${left} ${
      left === 1 ? 'check' : 'checks'
    } of ${entities.total - entities.done} ${
      entities.total - entities.done === 1 ? 'entity' : 'entities'
    } left`,
    description: campaign.why,
    // Told again, it takes the place of the first.
    scope: `campaigns:${campaign.id}:${teamRef}`,
  };
}

/** What is told to a team, and to the owner of a campaign, when it pauses for the team. */
export function describePaused(
  campaign: Campaign,
  teamRef: string,
  reason: string,
): NotificationPayload {
  return {
    ...aboutCampaign(campaign),
    title: isolated`“${campaign.title}” pauses for ${nameOf(teamRef)}`,
    description: reason,
    scope: `campaigns:${campaign.id}:${teamRef}`,
  };
}

/** What is told to the owner of a campaign of teams that have no room for it. */
export function describeWaiting(
  campaign: Campaign,
  teams: number,
): NotificationPayload {
  return {
    ...aboutCampaign(campaign),
    title: isolated`“${campaign.title}” waits for room with ${teams} ${
      teams === 1 ? 'team' : 'teams'
    }`,
    description:
      'A team has three active campaigns at most. Say which of them pauses, or wait until one ends.',
    scope: `campaigns:${campaign.id}:waiting`,
  };
}

/** What is told to the owner of a campaign once it is over. */
export function describeEnded(campaign: Campaign): NotificationPayload {
  return {
    ...aboutCampaign(campaign),
    title: isolated`“${campaign.title}” has ended`,
    description:
      'Look at what became of it. Its checks can move into the standing scorecard.',
    scope: `campaigns:${campaign.id}:ended`,
  };
}

function aboutCampaign({ id }: Campaign) {
  return {
    link: `/scorecards/campaigns/${id}`,
    severity: 'normal' as const,
    topic: TOPIC,
  };
}

function nameOf(teamRef: string): string {
  return parseEntityRef(teamRef).name;
}

function dayOf({ deadline }: Campaign): string {
  return deadline.slice(0, 10);
}
