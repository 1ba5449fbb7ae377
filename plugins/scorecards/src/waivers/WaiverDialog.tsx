import {
  CheckResult,
  Waiver,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { ErrorPanel } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { AlsoFor } from './AlsoFor';
import { RefusedEntities } from './RefusedEntities';
import { useSiblings } from './useSiblings';
import { useWaiverMutations } from './useWaiverMutations';
import { endOfDay, waiverDays } from './waiverDays';

/** Asks for a reason and a last day, and sends them; for a renewal it begins with the reason of the waiver in force. */
export function WaiverDialog(props: {
  check: Pick<CheckResult, 'id' | 'title'>;
  entityRef: string;
  entityName: string;
  scorecardRef: string;
  /** The waiver in force whose place the new one is to take. */
  renews?: Waiver;
  onClose: () => void;
}) {
  const { check, entityRef, entityName, scorecardRef, renews, onClose } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { request } = useWaiverMutations(entityRef);
  const days = waiverDays();
  const [reason, setReason] = useState(renews?.reason ?? '');
  const [day, setDay] = useState(days.proposed);
  const [also, setAlso] = useState<ReadonlySet<string>>(new Set());
  const [wasSent, setWasSent] = useState(false);
  const siblings = useSiblings({
    scorecardRef,
    checkId: check.id,
    entityRef,
    enabled: !renews,
  });
  const refused = request.data?.refused ?? [];
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
          also: [...also],
          ...(renews && { renews: renews.id }),
        },
        {
          onSuccess: answer => {
            if (answer.refused.length === 0) {
              onClose();
            }
          },
        },
      );
    }
  };

  return (
    <FormDialog
      titleId="waiver-dialog-title"
      title={t(renews ? 'waivers.renewTitle' : 'waivers.dialogTitle')}
      cancel={t('waivers.cancel')}
      send={t('waivers.send')}
      isDisabled={request.isPending || refused.length > 0}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText>
        {t(renews ? 'waivers.renewText' : 'waivers.dialogText', {
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
      <AlsoFor siblings={siblings} chosen={also} onChange={setAlso} />
      {request.data && refused.length > 0 && (
        <RefusedEntities answer={request.data} />
      )}
      {request.error && <ErrorPanel error={request.error} />}
    </FormDialog>
  );
}
