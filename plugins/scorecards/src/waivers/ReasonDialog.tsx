import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { scorecardsTranslationRef } from '../translation';

/** Asks why a waiver is rejected or revoked, which whoever asked for the waiver will read. */
export function ReasonDialog(props: {
  move: 'reject' | 'revoke';
  onClose: () => void;
  onSend: (reason: string) => void;
}) {
  const { move } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [text, setText] = useState('');
  const reason = text.trim();
  return (
    <FormDialog
      titleId={`${move}-dialog-title`}
      title={t(`waivers.${move}Title`)}
      cancel={t('waivers.cancel')}
      send={t(`waivers.${move}`)}
      maxWidth="xs"
      isDisabled={reason === ''}
      onClose={props.onClose}
      onSend={() => props.onSend(reason)}
    >
      {move === 'revoke' && (
        <DialogContentText>{t('waivers.revokeText')}</DialogContentText>
      )}
      <TextField
        id={`${move}-reason`}
        label={t('waivers.reason')}
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
