import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { FrictionKind } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { FormEvent, useState } from 'react';
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

  const submit = (event: FormEvent) => {
    event.preventDefault();
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
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      aria-labelledby="friction-dialog-title"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id="friction-dialog-title">
          {t('friction.dialog.title', { entity: primaryTitle })}
        </DialogTitle>
        <DialogContent>
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
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('friction.dialog.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={send.isPending}
          >
            {t('friction.dialog.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
