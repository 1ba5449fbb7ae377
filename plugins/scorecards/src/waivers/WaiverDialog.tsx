import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import { FormEvent, useState } from 'react';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { useWaiverMutations } from './useWaiverMutations';
import { endOfDay, waiverDays } from './waiverDays';

/** Asks for a reason and a last day, and sends them. */
export function WaiverDialog(props: {
  check: CheckResult;
  entityRef: string;
  entityName: string;
  scorecardRef: string;
  onClose: () => void;
}) {
  const { check, entityRef, entityName, scorecardRef, onClose } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { request } = useWaiverMutations(entityRef);
  const days = waiverDays();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState(days.proposed);
  const [wasSent, setWasSent] = useState(false);
  const isDayWrong = !(day >= days.first && day <= days.last);
  const isReasonMissing = reason.trim() === '';

  const send = (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (!isDayWrong && !isReasonMissing) {
      request.mutate(
        {
          scorecardRef,
          checkId: check.id,
          reason: reason.trim(),
          expiresAt: endOfDay(day),
        },
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
      aria-labelledby="waiver-dialog-title"
    >
      <form onSubmit={send} noValidate>
        <DialogTitle id="waiver-dialog-title">
          {t('waivers.dialogTitle')}
        </DialogTitle>
        <DialogContent>
          <DialogContentText>
            {t('waivers.dialogText', {
              entity: entityName,
              check: check.title,
            })}
          </DialogContentText>
          <TextField
            id="waiver-reason"
            label={t('waivers.reason')}
            value={reason}
            onChange={event => setReason(event.target.value)}
            error={wasSent && isReasonMissing}
            helperText={
              wasSent && isReasonMissing
                ? t('waivers.reasonMissing')
                : t('waivers.reasonHelp')
            }
            required
            multiline
            rows={3}
            fullWidth
            margin="normal"
            variant="outlined"
            inputProps={{ maxLength: 1000 }}
          />
          <TextField
            id="waiver-expires"
            type="date"
            label={t('waivers.expires')}
            value={day}
            onChange={event => setDay(event.target.value)}
            error={wasSent && isDayWrong}
            helperText={
              wasSent && isDayWrong
                ? t('waivers.expiresWrong')
                : t('waivers.expiresHelp')
            }
            required
            margin="normal"
            variant="outlined"
            InputLabelProps={{ shrink: true }}
            inputProps={{ min: days.first, max: days.last }}
          />
          {request.error && <ErrorPanel error={request.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('waivers.cancel')}</Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={request.isPending}
          >
            {t('waivers.send')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
