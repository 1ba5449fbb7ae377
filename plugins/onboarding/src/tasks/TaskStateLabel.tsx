import { TaskState } from '@fairlead/backstage-plugin-onboarding-common';
import {
  StateLabel,
  StateTone,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import SvgIcon from '@material-ui/core/SvgIcon';
import BlockIcon from '@material-ui/icons/Block';
import DoneIcon from '@material-ui/icons/CheckCircleOutline';
import LockIcon from '@material-ui/icons/LockOutlined';
import OpenIcon from '@material-ui/icons/RadioButtonUnchecked';
import WaivedIcon from '@material-ui/icons/RemoveCircleOutline';
import { onboardingTranslationRef } from '../translation';

const LOOKS: Record<TaskState, { icon: typeof SvgIcon; tone: StateTone }> = {
  open: { icon: OpenIcon, tone: 'plain' },
  locked: { icon: LockIcon, tone: 'quiet' },
  done: { icon: DoneIcon, tone: 'good' },
  waived: { icon: WaivedIcon, tone: 'quiet' },
  'not-applicable': { icon: BlockIcon, tone: 'quiet' },
};

/** Where a task stands, as icon, word and colour. */
export function TaskStateLabel(props: { state: TaskState }) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <StateLabel {...LOOKS[props.state]}>
      {t(`tasks.state.${props.state}`)}
    </StateLabel>
  );
}
