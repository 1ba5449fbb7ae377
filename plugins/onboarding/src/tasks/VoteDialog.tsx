import { VoteOnDocs } from '@fairlead/backstage-plugin-onboarding-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { MutationError, useJourneyMutation } from '../mutations';
import { onboardingTranslationRef } from '../translation';

/** Asks in a few words what is wrong or missing. */
export function VoteDialog(props: {
  vote: 'wrong' | 'missing';
  mutation: ReturnType<typeof useJourneyMutation<VoteOnDocs>>;
  onClose: () => void;
}) {
  const { vote, mutation, onClose } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [note, setNote] = useState('');
  const send = () => {
    const text = note.trim();
    mutation.mutate(
      { vote, ...(text && { note: text }) },
      { onSuccess: onClose },
    );
  };
  return (
    <FormDialog
      titleId="vote-dialog-title"
      title={t(`tasks.vote.title.${vote}`)}
      cancel={t('mutations.cancel')}
      send={t('tasks.vote.send')}
      maxWidth="xs"
      isDisabled={mutation.isPending}
      onClose={onClose}
      onSend={send}
    >
      <TextField
        id="vote-note"
        label={t('tasks.vote.note')}
        helperText={t('tasks.vote.noteHelp')}
        value={note}
        onChange={event => setNote(event.target.value)}
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ dir: 'auto', maxLength: 2000 }}
      />
      <MutationError error={mutation.error} />
    </FormDialog>
  );
}
