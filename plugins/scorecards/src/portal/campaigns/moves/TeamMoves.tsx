import { Link } from '@backstage/core-components';
import {
  CampaignDetailsResponse,
  CampaignMoveRequest,
  CampaignTeam,
  mayMoveCampaign,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isWebLink, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { RefusedMove } from '../../../campaigns';
import { useCampaignActor } from '../../../campaigns/useCampaignActor';
import { useCampaignMutations } from '../../../campaigns/useCampaignMutations';
import { scorecardsTranslationRef } from '../../../translation';
import { TeamDialog } from './TeamDialog';

/** What the reader may decide for one team, and the issue of the team. */
export function TeamMoves(props: {
  campaign: CampaignDetailsResponse;
  team: CampaignTeam & { teamRef: string };
}) {
  const { campaign, team } = props;
  const { teamRef } = team;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const actor = useCampaignActor();
  const { move } = useCampaignMutations();
  const [dialog, setDialog] = useState<'pause' | 'resume'>();
  const toggle = team.state === 'active' ? 'pause' : 'resume';
  const may = (each: 'pause' | 'resume' | 'issue') =>
    actor !== undefined && mayMoveCampaign(campaign, each, actor, Date.now());
  const send = (request: CampaignMoveRequest) =>
    move.mutate({ id: campaign.id, request });
  const mayOpen =
    campaign.issues !== undefined &&
    team.issue === undefined &&
    team.regressions.length > 0 &&
    may('issue');
  return (
    <>
      {may(toggle) && (
        <Button
          size="small"
          disabled={move.isPending}
          onClick={() => setDialog(toggle)}
        >
          {t(`campaigns.moves.${toggle}`)}
        </Button>
      )}
      {mayOpen && (
        <Button
          size="small"
          disabled={move.isPending}
          onClick={() => send({ move: 'issue', teamRef })}
        >
          {t('campaigns.issue.open')}
        </Button>
      )}
      {team.issue && <Issue issue={team.issue} />}
      {dialog && (
        <TeamDialog
          move={dialog}
          team={team}
          onClose={() => setDialog(undefined)}
          onSend={request => {
            setDialog(undefined);
            send(request);
          }}
        />
      )}
      {move.error && <RefusedMove error={move.error} />}
    </>
  );
}

function Issue(props: { issue: NonNullable<CampaignTeam['issue']> }) {
  const { error = '', state, url, via } = props.issue;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (url !== undefined && isWebLink(url)) {
    return (
      <Link to={url}>
        {t(
          via === 'template' ? 'campaigns.issue.fill' : 'campaigns.issue.read',
        )}
      </Link>
    );
  }
  return (
    <span>
      {state === 'failed'
        ? t('campaigns.issue.failed', { error })
        : t(`campaigns.issue.${state}`)}
    </span>
  );
}
