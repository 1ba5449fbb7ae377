import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  Campaign,
  CampaignMove,
  CampaignRefusal,
  MOST_ACTIVE_CAMPAIGNS,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';
import { TeamLoad } from './teamLoad';

/** So many teams are named in one message. */
const MOST_NAMED = 5;

/** The error for a move that may not be made; its message says what to do instead. */
export function refuseMove(
  refusal: CampaignRefusal,
  campaign: Campaign,
  move: CampaignMove,
): Error {
  switch (refusal) {
    case 'agent':
      return new NotAllowedError(
        `Software may draft a campaign; to ${move} one is for people, in the portal`,
      );
    case 'not-yours':
      return new NotAllowedError(
        isolated`Only members of '${campaign.ownerRef}' and those who manage all campaigns decide on campaign '${campaign.id}'`,
      );
    case 'overdue':
      return new ConflictError(
        move === 'schedule'
          ? isolated`Campaign '${campaign.id}' was to start on ${campaign.startsAt}, which is over; start it now instead`
          : isolated`Campaign '${campaign.id}' was to end on ${campaign.deadline}, which is over; draft a new one`,
      );
    default:
      return new ConflictError(
        isolated`Campaign '${campaign.id}' is ${campaign.state}; there is nothing to ${move}`,
      );
  }
}

/** The error for teams that have as many active campaigns as they may have, with those. */
export function refuseFull(
  teamRefs: readonly string[],
  load: TeamLoad,
  scorecards: 'all' | readonly string[],
): Error {
  const named = teamRefs.slice(0, MOST_NAMED).map(ref => {
    const titles = (load.get(ref) ?? []).map(({ title, scorecardRef }) =>
      scorecards === 'all' || scorecards.includes(scorecardRef)
        ? isolated`“${title}”`
        : 'one that you may not see',
    );
    return isolated`'${ref}' (${titles.join(', ')})`;
  });
  const others = teamRefs.length - named.length;
  return new ConflictError(
    isolated`A team has ${MOST_ACTIVE_CAMPAIGNS} active campaigns at most, and these have as many: ${named.join(
      ', ',
    )}${
      others > 0 ? ` and ${others} more` : ''
    }. Say in 'pauses' which of them pauses for the team, what creates the most impact, and what reduces future cost`,
  );
}
