import {
  Campaign,
  CampaignPause,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  FormDialog,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import { useCampaignPreview } from '../../../campaigns/queries';
import { Loaded } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { PreviewSentence } from '../draft/PreviewSentence';
import {
  Choice,
  isComplete,
  NO_CHOICE,
  PauseChoice,
  toPauses,
} from './PauseChoice';

/** So many teams can be decided at once; the others are on the page of the campaign. */
const MOST_TEAMS = 20;

/** Starts a campaign; of teams that have no room, asks what pauses for them. */
export function StartDialog(props: {
  campaign: Campaign;
  onClose: () => void;
  onSend: (pauses: CampaignPause[]) => void;
}) {
  const { campaign, onClose, onSend } = props;
  const { appliesTo, scorecardRef, target } = campaign;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const time = useTimeFormat();
  const preview = useCampaignPreview({ appliesTo, scorecardRef, target });
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  return (
    <FormDialog
      titleId="start-campaign-title"
      title={t('campaigns.dialog.startTitle')}
      cancel={t('campaigns.dialog.cancel')}
      send={t('campaigns.moves.start')}
      isDisabled={!Object.values(choices).every(isComplete)}
      onClose={onClose}
      onSend={() => onSend(toPauses(choices))}
    >
      <DialogContentText>
        {t('campaigns.dialog.startText', { day: time.day(campaign.deadline) })}
      </DialogContentText>
      <Loaded query={preview} skeleton={<Skeleton height={64} />}>
        {found => (
          <>
            <PreviewSentence preview={found} />
            {found.fullTeams.length > 0 && (
              <p>
                {t('campaigns.dialog.full', { count: found.fullTeams.length })}
              </p>
            )}
            {found.fullTeams.slice(0, MOST_TEAMS).map(({ teamRef, active }) => (
              <PauseChoice
                key={teamRef}
                teamRef={teamRef}
                active={active}
                value={choices[teamRef] ?? NO_CHOICE}
                onChange={choice =>
                  setChoices({ ...choices, [teamRef]: choice })
                }
              />
            ))}
          </>
        )}
      </Loaded>
    </FormDialog>
  );
}
