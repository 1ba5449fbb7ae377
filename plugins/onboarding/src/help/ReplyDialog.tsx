import { HelpRequest } from '@fairlead/backstage-plugin-onboarding-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { MutationError, useJourneyMutation } from '../mutations';
import { onboardingTranslationRef } from '../translation';

/** Answers a call for help. */
export function ReplyDialog(props: {
  request: HelpRequest;
  onClose: () => void;
}) {
  const { request, onClose } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [text, setText] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const reply = useJourneyMutation((api, answer: string) =>
    api.replyToHelp(request.id, { text: answer }),
  );
  const lacks = wasSent && !text.trim();
  const send = () => {
    setWasSent(true);
    if (text.trim()) {
      reply.mutate(text.trim(), { onSuccess: onClose });
    }
  };
  return (
    <FormDialog
      titleId="reply-dialog-title"
      title={t('forOthers.help.replyTitle', { task: request.taskTitle })}
      cancel={t('mutations.cancel')}
      send={t('forOthers.help.send')}
      isDisabled={reply.isPending}
      onClose={onClose}
      onSend={send}
    >
      <TextField
        id="reply-text"
        label={t('forOthers.help.text')}
        value={text}
        onChange={event => setText(event.target.value)}
        error={lacks}
        helperText={lacks ? t('forOthers.help.needed') : undefined}
        multiline
        minRows={3}
        maxRows={10}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ dir: 'auto', maxLength: 4000 }}
      />
      <MutationError error={reply.error} />
    </FormDialog>
  );
}
