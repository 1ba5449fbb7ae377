import { Learning } from '@fairlead/backstage-plugin-runbooks-common';
import {
  StateLabel,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { runbooksTranslationRef } from '../translation';

const LOOKS = {
  'not-asked': { icon: RemoveCircleOutlineIcon, tone: 'quiet' },
  open: { icon: ScheduleIcon, tone: 'warning' },
  late: { icon: CancelIcon, tone: 'bad' },
  closed: { icon: CheckCircleIcon, tone: 'good' },
} as const;

/** How far the learning from an incident is, as icon, word and colour. */
export function LearningLabel(props: { learning: Learning }) {
  const { state, dueAt, reason } = props.learning;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  return (
    <StateLabel {...LOOKS[state]} title={reason}>
      {words()}
    </StateLabel>
  );

  function words() {
    if (dueAt && state === 'open') {
      return t('incidents.learning.openUntil', { day: time.day(dueAt) });
    }
    if (dueAt && state === 'late') {
      return t('incidents.learning.lateSince', { day: time.day(dueAt) });
    }
    return t(`incidents.learning.${state}`);
  }
}
