import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';
import { WaiveDialog } from './WaiveDialog';

/** Leaves a task out, with the reason; nothing for those who may not. */
export function WaiveButton(props: { journeyId: string; task: JourneyTask }) {
  const { journeyId, task } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
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
          title={t('tasks.waive.title', { title: task.title })}
          tasks={[task]}
          onClose={close}
          onDone={close}
        />
      )}
    </>
  ) : null;
}
