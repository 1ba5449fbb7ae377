import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { FrictionKind } from '@fairlead/backstage-plugin-delivery-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { deliveryTranslationRef } from '../translation';
import { KindChoice } from './KindChoice';
import { TimeChoice } from './TimeChoice';
import { isMinutes } from './minutes';
import { useFrictionMutations } from './useFrictionMutations';

/** Asks what got in the way, for how long, and sends it: two clicks and a button. */
export function FrictionDialog(props: { entity: Entity; onClose: () => void }) {
  const { entity, onClose } = props;
  const { t } = useTranslationRef(deliveryTranslationRef);
  const { primaryTitle } = useEntityPresentation(entity);
  const { send } = useFrictionMutations(stringifyEntityRef(entity));
  const [kind, setKind] = useState<FrictionKind>();
  const [minutes, setMinutes] = useState(60);
  const [note, setNote] = useState('');
  const [wasSent, setWasSent] = useState(false);

  const submit = () => {
    setWasSent(true);
    if (kind && isMinutes(minutes)) {
      const text = note.trim();
      send.mutate(
        { kind, minutes, ...(text && { note: text }) },
        { onSuccess: onClose },
      );
    }
  };

  return (
    <FormDialog
      titleId="friction-dialog-title"
      title={t('friction.dialog.title', { entity: primaryTitle })}
      cancel={t('friction.dialog.cancel')}
      send={t('friction.dialog.send')}
      isDisabled={send.isPending}
      onClose={onClose}
      onSend={submit}
    >
      <KindChoice
        labelledBy="friction-dialog-title"
        value={kind}
        onChange={setKind}
        error={wasSent && !kind}
      />
      <TimeChoice
        value={minutes}
        onChange={setMinutes}
        error={wasSent && !isMinutes(minutes)}
      />
      <TextField
        id="friction-note"
        label={t('friction.dialog.note')}
        helperText={t('friction.dialog.noteHelp')}
        value={note}
        onChange={event => setNote(event.target.value)}
        multiline
        maxRows={6}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ maxLength: 2000 }}
      />
      <DialogContentText variant="body2">
        {t('friction.dialog.promise')}
      </DialogContentText>
      {send.error && (
        <Typography role="alert" variant="body2" color="error">
          {t('friction.dialog.failed', { message: send.error.message })}
        </Typography>
      )}
    </FormDialog>
  );
}
