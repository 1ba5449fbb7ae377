import {
  CampaignMoveRequest,
  CampaignTeam,
} from '@fairlead/backstage-plugin-scorecards-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { Answers, isAnswered } from './Answers';
import { isComplete, NO_CHOICE, PauseChoice, toPauses } from './PauseChoice';

/** Pauses a campaign for a team, or takes it up again in the place of another. */
export function TeamDialog(props: {
  move: 'pause' | 'resume';
  team: CampaignTeam & { teamRef: string };
  onClose: () => void;
  onSend: (request: CampaignMoveRequest) => void;
}) {
  const { move, team, onClose, onSend } = props;
  const { teamRef, activeElsewhere = [] } = team;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { primaryTitle } = useEntityPresentation(parseEntityRef(teamRef));
  const [choice, setChoice] = useState(NO_CHOICE);
  const send = () => {
    if (move === 'pause') {
      const { impact, futureCost } = choice;
      onSend({ move, teamRef, impact, futureCost });
      return;
    }
    const pauses = toPauses({ [teamRef]: choice });
    onSend({ move, teamRef, ...(pauses.length > 0 && { pauses }) });
  };
  return (
    <FormDialog
      titleId={`${move}-campaign-title`}
      title={t(`campaigns.dialog.${move}Title`, { team: primaryTitle })}
      cancel={t('campaigns.dialog.cancel')}
      send={t(`campaigns.moves.${move}`)}
      maxWidth="xs"
      isDisabled={move === 'pause' ? !isAnswered(choice) : !isComplete(choice)}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText>{t(`campaigns.dialog.${move}Text`)}</DialogContentText>
      {move === 'pause' && (
        <Answers
          value={choice}
          onChange={answers => setChoice({ ...choice, ...answers })}
        />
      )}
      {move === 'resume' && activeElsewhere.length > 0 && (
        <PauseChoice
          teamRef={teamRef}
          active={activeElsewhere}
          value={choice}
          onChange={setChoice}
        />
      )}
    </FormDialog>
  );
}
