import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useState } from 'react';
import { MutationError, ReasonField, useJourneyMutation } from '../mutations';
import { onboardingTranslationRef } from '../translation';

/** Asks whether a journey ends here, and why. */
export function EndDialog(props: {
  journeyId: string;
  /** The name of whoever is on it. */
  user: string;
  /** The title of its track. */
  track: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { journeyId, user, track, onClose, onDone } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [reason, setReason] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const end = useJourneyMutation((api, why: string) =>
    api.endJourney(journeyId, { reason: why }),
  );
  const send = () => {
    setWasSent(true);
    if (reason.trim()) {
      end.mutate(reason.trim(), { onSuccess: onDone });
    }
  };
  return (
    <FormDialog
      titleId="end-dialog-title"
      title={t('leading.end.title', { user, track })}
      cancel={t('mutations.cancel')}
      send={t('leading.end.send')}
      maxWidth="xs"
      isDisabled={end.isPending}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText>{t('leading.end.intro')}</DialogContentText>
      <ReasonField
        id="end-reason"
        label={t('leading.end.reason')}
        needed={t('leading.end.needed')}
        value={reason}
        wasSent={wasSent}
        onChange={setReason}
      />
      <MutationError error={end.error} />
    </FormDialog>
  );
}
