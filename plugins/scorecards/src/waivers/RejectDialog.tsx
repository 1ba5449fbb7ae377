import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { FormEvent, useState } from 'react';
import { scorecardsTranslationRef } from '../translation';

/** Asks for the reason of a rejection, which whoever asked for the waiver will read. */
export function RejectDialog(props: {
  onClose: () => void;
  onReject: (reason: string) => void;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [reason, setReason] = useState('');
  const reject = (event: FormEvent) => {
    event.preventDefault();
    props.onReject(reason.trim());
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      fullWidth
      maxWidth="xs"
      aria-labelledby="reject-dialog-title"
    >
      <form onSubmit={reject}>
        <DialogTitle id="reject-dialog-title">
          {t('waivers.rejectTitle')}
        </DialogTitle>
        <DialogContent>
          <TextField
            id="reject-reason"
            label={t('waivers.reason')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            required
            multiline
            rows={3}
            fullWidth
            variant="outlined"
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={props.onClose}>{t('waivers.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={reason.trim() === ''}
          >
            {t('waivers.reject')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
