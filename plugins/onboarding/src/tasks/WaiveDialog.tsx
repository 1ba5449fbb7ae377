import { WaiveTask } from '@fairlead/backstage-plugin-onboarding-common';
import { FormDialog, useTranslationRef } from '@fairlead/frontend-parts';
import Checkbox from '@material-ui/core/Checkbox';
import DialogContentText from '@material-ui/core/DialogContentText';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { useState } from 'react';
import { MutationError, ReasonField, useJourneyMutation } from '../mutations';
import { onboardingTranslationRef } from '../translation';

/** Asks why a task is left out; of several, which one. */
export function WaiveDialog(props: {
  journeyId: string;
  title: string;
  tasks: readonly { id: string; title: string }[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { journeyId, title, tasks, onClose, onDone } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const [only] = tasks.length === 1 ? tasks : [];
  const [taskId, setTaskId] = useState(only?.id ?? '');
  const [reason, setReason] = useState('');
  const [notApplicable, setNotApplicable] = useState(false);
  const [wasSent, setWasSent] = useState(false);
  const waive = useJourneyMutation((api, why: WaiveTask) =>
    api.waiveTask(journeyId, taskId, why),
  );
  const lacksTask = wasSent && !taskId;
  const send = () => {
    setWasSent(true);
    if (taskId && reason.trim()) {
      waive.mutate(
        { reason: reason.trim(), ...(notApplicable && { notApplicable }) },
        { onSuccess: onDone },
      );
    }
  };
  return (
    <FormDialog
      titleId="waive-dialog-title"
      title={title}
      cancel={t('mutations.cancel')}
      send={t('tasks.waive.send')}
      maxWidth="xs"
      isDisabled={waive.isPending}
      onClose={onClose}
      onSend={send}
    >
      <DialogContentText>{t('tasks.waive.intro')}</DialogContentText>
      {!only && (
        <TextField
          id="waive-task"
          select
          SelectProps={{ native: true }}
          label={t('tasks.waive.task')}
          value={taskId}
          onChange={event => setTaskId(event.target.value)}
          error={lacksTask}
          helperText={lacksTask ? t('tasks.waive.taskNeeded') : undefined}
          fullWidth
          margin="normal"
          variant="outlined"
          InputLabelProps={{ shrink: true }}
        >
          <option value="">{t('tasks.waive.choose')}</option>
          {tasks.map(task => (
            <option key={task.id} value={task.id}>
              {task.title}
            </option>
          ))}
        </TextField>
      )}
      <ReasonField
        id="waive-reason"
        label={t('tasks.waive.reason')}
        needed={t('tasks.waive.needed')}
        value={reason}
        wasSent={wasSent}
        onChange={setReason}
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
