import { PrincipalKind } from '../decisions';
import { Campaign, CampaignMove, CampaignState } from './types';

/** Who would decide. @public */
export interface CampaignActor {
  /** The ref of a user. */
  ref: string;
  /** What the user owns things through: their own ref and those of their groups. */
  ownershipRefs: readonly string[];
  principal: PrincipalKind;
  /** May manage any campaign. */
  isAdministrator?: boolean;
}

/**
 * Why a move may not be made: software drafts and decides nothing; it is not the actor's to make; the campaign is not
 * where it could be made, or past its deadline.
 *
 * @public
 */
export type CampaignRefusal = 'agent' | 'not-yours' | 'settled' | 'overdue';

/** Where a campaign has to stand for a move. */
const STATES: Record<CampaignMove, readonly CampaignState[]> = {
  schedule: ['draft'],
  start: ['draft', 'scheduled'],
  pause: ['active'],
  resume: ['active'],
  issue: ['active'],
  end: ['draft', 'scheduled', 'active'],
};

/** Whether somebody may answer for the campaigns of a group: its members, and administrators. @public */
export function ownsCampaigns(ownerRef: string, actor: CampaignActor): boolean {
  return (
    actor.isAdministrator === true ||
    actor.ref === ownerRef ||
    actor.ownershipRefs.includes(ownerRef)
  );
}

/**
 * Why somebody may not make a move on a campaign as it stands; undefined where they may.
 *
 * @param now - milliseconds since the epoch
 * @public
 */
export function judgeCampaignMove(
  campaign: Pick<Campaign, 'ownerRef' | 'state' | 'startsAt' | 'deadline'>,
  move: CampaignMove,
  actor: CampaignActor,
  now: number,
): CampaignRefusal | undefined {
  if (actor.principal !== 'user') {
    return 'agent';
  }
  if (!ownsCampaigns(campaign.ownerRef, actor)) {
    return 'not-yours';
  }
  if (!STATES[move].includes(campaign.state)) {
    return 'settled';
  }
  const mustLieAhead =
    (move === 'schedule' && campaign.startsAt) ||
    (move === 'start' && campaign.deadline);
  return mustLieAhead && Date.parse(mustLieAhead) <= now
    ? 'overdue'
    : undefined;
}

/** The moves that somebody may make now, in their order. @public */
export function mayMoveCampaign(
  campaign: Pick<Campaign, 'ownerRef' | 'state' | 'startsAt' | 'deadline'>,
  move: CampaignMove,
  actor: CampaignActor,
  now: number,
): boolean {
  return judgeCampaignMove(campaign, move, actor, now) === undefined;
}
