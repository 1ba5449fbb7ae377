import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button, { ButtonProps } from '@material-ui/core/Button';
import { useState } from 'react';
import { useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';
import { StuckDialog } from './StuckDialog';

/** The button to ask for help with a task; nothing where help was asked for already, or where the reader cannot ask. */
export function StuckButton(props: {
  journeyId: string;
  task: JourneyTask;
  size?: ButtonProps['size'];
}) {
  const { journeyId, task, size } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const [isOpen, setIsOpen] = useState(false);
  const isAsked = task.help && !task.help.solvedAt;
  return task.can.includes('help') && mayUpdate && !isAsked ? (
    <>
      <Button
        variant="outlined"
        size={size}
        aria-label={t('tasks.action.stuckLabel', { title: task.title })}
        onClick={() => setIsOpen(true)}
      >
        {t('tasks.action.stuck')}
      </Button>
      {isOpen && (
        <StuckDialog
          journeyId={journeyId}
          task={task}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  ) : null;
}
