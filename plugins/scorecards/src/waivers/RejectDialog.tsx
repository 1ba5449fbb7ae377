import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../translation';

/** Asks for the reason of a rejection, which whoever asked for the waiver will read. */
export function RejectDialog(props: {
  onClose: () => void;
  onReject: (reason: string) => void;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <FormDialog
      titleId="reject-dialog-title"
      title={t('waivers.rejectTitle')}
      cancel={t('waivers.cancel')}
      send={t('waivers.reject')}
      maxWidth="xs"
      isDisabled={reason === ''}
      onClose={props.onClose}
      onSend={() => props.onReject(reason)}
    >
      <TextField
        id="reject-reason"
        label={t('waivers.reason')}
        value={text}
        onChange={event => setText(event.target.value)}
        required
        multiline
        rows={3}
        fullWidth
        variant="outlined"
      />
    </FormDialog>
  );
}
