import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
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

  const send = () => {
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
    <FormDialog
      titleId="waiver-dialog-title"
      title={t('waivers.dialogTitle')}
      cancel={t('waivers.cancel')}
      send={t('waivers.send')}
      isDisabled={request.isPending}
      onClose={onClose}
      onSend={send}
    >
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
    </FormDialog>
  );
}
