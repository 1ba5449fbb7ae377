import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../../../translation';

/** Ends a campaign before its deadline, with a reason where there is one to tell. */
export function EndDialog(props: {
  onClose: () => void;
  onSend: (reason: string) => void;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      titleId="end-campaign-title"
      title={t('campaigns.dialog.endTitle')}
      cancel={t('campaigns.dialog.cancel')}
      send={t('campaigns.moves.end')}
      maxWidth="xs"
      isDisabled={false}
      onClose={props.onClose}
      onSend={() => props.onSend(reason.trim())}
    >
      <DialogContentText>{t('campaigns.dialog.endText')}</DialogContentText>
      <TextField
        id="end-campaign-reason"
        label={t('campaigns.dialog.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        multiline
        rows={3}
        fullWidth
        variant="outlined"
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
}
