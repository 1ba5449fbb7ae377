import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import DialogContentText from '@material-ui/core/DialogContentText';
import { useState } from 'react';
import { MutationError, useJourneyMutation } from '../mutations';
import { EntityField } from '../person';
import { onboardingTranslationRef } from '../translation';

/** Asks who goes along with somebody. */
export function NameBuddyDialog(props: {
  journeyId: string;
  /** The name of whoever is on the journey. */
  user: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { journeyId, user, onClose, onDone } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [buddy, setBuddy] = useState<string>();
  const [wasSent, setWasSent] = useState(false);
  const name = useJourneyMutation((api, named: string) =>
    api.answerBuddy(journeyId, { buddy: named }),
  );
  const send = () => {
    setWasSent(true);
    if (buddy) {
      name.mutate(buddy, { onSuccess: onDone });
    }
  };
  return (
    <FormDialog
      titleId="buddy-dialog-title"
      title={t('leading.name.title', { user })}
      cancel={t('mutations.cancel')}
      send={t('leading.name.send')}
      maxWidth="xs"
      isDisabled={name.isPending}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText>{t('leading.name.intro')}</DialogContentText>
      <EntityField
        kind="user"
        label={t('leading.name.field')}
        helperText={wasSent && !buddy ? t('leading.name.needed') : undefined}
        value={buddy}
        onChange={setBuddy}
      />
      <MutationError error={name.error} />
    </FormDialog>
  );
}
