import { Attestation } from '@fairlead/backstage-plugin-scorecards-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useId, useState } from 'react';
import { scorecardsTranslationRef } from '../translation';
import { TeamNames } from './TeamNames';

/** Asks why an answer holds, which the team of the other one will read. */
export function SettleDialog(props: {
  answer: Attestation;
  onClose: () => void;
  onSend: (reason: string) => void;
}) {
  const { answer } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [text, setText] = useState('');
  const titleId = useId();
  const reason = text.trim();
  return (
    <FormDialog
      titleId={titleId}
      title={t('attestations.settleTitle')}
      cancel={t('attestations.cancel')}
      send={t('attestations.settle')}
      maxWidth="xs"
      isDisabled={reason === ''}
      onClose={props.onClose}
      onSend={() => props.onSend(reason)}
    >
      <DialogContentText component="div">
        {t('attestations.settleText', {
          choice: answer.choiceTitle,
          team: <TeamNames teamRefs={[answer.teamRef]} />,
        })}
      </DialogContentText>
      <TextField
        id={`${titleId}-reason`}
        label={t('attestations.reason')}
        value={text}
        onChange={event => setText(event.target.value)}
        required
        multiline
        rows={3}
        fullWidth
        variant="outlined"
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
}
