import {
  CampaignDetailsResponse,
  CampaignMoveRequest,
  mayMoveCampaign,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { RefusedMove } from '../../../campaigns';
import { useCampaignActor } from '../../../campaigns/useCampaignActor';
import { useCampaignMutations } from '../../../campaigns/useCampaignMutations';
import { scorecardsTranslationRef } from '../../../translation';
import { EndDialog } from './EndDialog';
import { StartDialog } from './StartDialog';

const MOVES = ['schedule', 'start', 'end'] as const;

/** What the reader may decide about a campaign as a whole. */
export function CampaignMoves(props: { campaign: CampaignDetailsResponse }) {
  const { campaign } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const actor = useCampaignActor();
  const { move } = useCampaignMutations();
  const [dialog, setDialog] = useState<'start' | 'end'>();
  const moves = actor
    ? MOVES.filter(each => mayMoveCampaign(campaign, each, actor, Date.now()))
    : [];
  if (moves.length === 0) {
    return null;
  }
  const close = () => setDialog(undefined);
  const send = (request: CampaignMoveRequest) =>
    move.mutate({ id: campaign.id, request });
  return (
    <Box display="flex" flexWrap="wrap" gridGap={8}>
      {moves.map(each => (
        <Button
          key={each}
          size="small"
          variant="outlined"
          color={each === 'end' ? 'default' : 'primary'}
          disabled={move.isPending}
          onClick={() =>
            each === 'schedule' ? send({ move: each }) : setDialog(each)
          }
        >
          {t(`campaigns.moves.${each}`)}
        </Button>
      ))}
      {dialog === 'start' && (
        <StartDialog
          campaign={campaign}
          onClose={close}
          onSend={pauses => {
            close();
            send({ move: 'start', ...(pauses.length > 0 && { pauses }) });
          }}
        />
      )}
      {dialog === 'end' && (
        <EndDialog
          onClose={close}
          onSend={reason => {
            close();
            send({ move: 'end', ...(reason && { reason }) });
          }}
        />
      )}
      {move.error && <RefusedMove error={move.error} />}
    </Box>
  );
}
