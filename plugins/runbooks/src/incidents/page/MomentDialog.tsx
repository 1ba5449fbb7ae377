import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { DateTime } from 'luxon';
import { FormEvent, useState } from 'react';
import { runbooksTranslationRef } from '../../translation';

/** Asks when something was. */
export function MomentDialog(props: {
  moment: 'started' | 'mitigated' | 'published';
  isPending: boolean;
  onClose: () => void;
  onSend: (at: string) => void;
}) {
  const { moment, isPending, onClose, onSend } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const [now] = useState(() => DateTime.local().toFormat("yyyy-MM-dd'T'HH:mm"));
  const [value, setValue] = useState(now);
  const [wasSent, setWasSent] = useState(false);
  const at = DateTime.fromISO(value);
  const isWrong = !at.isValid || at > DateTime.now();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (!isWrong) {
      onSend(at.toUTC().toISO()!);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="xs"
      aria-labelledby="incident-moment-title"
    >
      <form onSubmit={send} noValidate>
        <DialogTitle id="incident-moment-title">
          {t(`incidents.tell.title.${moment}`)}
        </DialogTitle>
        <DialogContent>
          <TextField
            id="incident-moment"
            type="datetime-local"
            label={t('incidents.tell.at')}
            value={value}
            onChange={event => setValue(event.target.value)}
            error={wasSent && isWrong}
            helperText={wasSent && isWrong ? t('incidents.tell.wrong') : ' '}
            required
            fullWidth
            variant="outlined"
            InputLabelProps={{ shrink: true }}
            inputProps={{ max: now }}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('incidents.tell.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={isPending}
          >
            {t('incidents.tell.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
