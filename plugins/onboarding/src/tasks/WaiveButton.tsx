import {
  JourneyTask,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';

/** Leaves a task out, with the reason; nothing for those who may not. */
export function WaiveButton(props: { journeyId: string; task: JourneyTask }) {
  const { journeyId, task } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const [isOpen, setIsOpen] = useState(false);
  return task.can.includes('waive') && mayUpdate ? (
    <>
      <Button
        size="small"
        aria-label={t('tasks.action.waiveLabel', { title: task.title })}
        onClick={() => setIsOpen(true)}
      >
        {t('tasks.action.waive')}
      </Button>
      {isOpen && (
        <WaiveDialog
          journeyId={journeyId}
          task={task}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  ) : null;
}

function WaiveDialog(props: {
  journeyId: string;
  task: JourneyTask;
  onClose: () => void;
}) {
  const { journeyId, task, onClose } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [reason, setReason] = useState('');
  const [notApplicable, setNotApplicable] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const waive = useJourneyMutation((api, why: WaiveTask) =>
    api.waiveTask(journeyId, task.id, why),
  );
  const lacks = wasSent && !reason.trim();
  const send = () => {
    setWasSent(true);
    if (reason.trim()) {
      waive.mutate(
        { reason: reason.trim(), ...(notApplicable && { notApplicable }) },
        { onSuccess: onClose },
      );
    }
  };
  return (
    <FormDialog
      titleId="waive-dialog-title"
      title={t('tasks.waive.title', { title: task.title })}
      cancel={t('mutations.cancel')}
      send={t('tasks.waive.send')}
      maxWidth="xs"
      isDisabled={waive.isPending}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText>{t('tasks.waive.intro')}</DialogContentText>
      <TextField
        id="waive-reason"
        label={t('tasks.waive.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={lacks}
        helperText={lacks ? t('tasks.waive.needed') : undefined}
        multiline
        minRows={2}
        maxRows={8}
        fullWidth
        margin="normal"
        variant="outlined"
        inputProps={{ dir: 'auto', maxLength: 2000 }}
      />
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={notApplicable}
            onChange={(_, isChecked) => setNotApplicable(isChecked)}
          />
        }
        label={t('tasks.waive.notApplicable')}
      />
      <MutationError error={waive.error} />
    </FormDialog>
  );
}
