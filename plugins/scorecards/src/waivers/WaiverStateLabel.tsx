import { WaiverState } from '@fairlead/backstage-plugin-scorecards-common';
import {
  StateLabel,
  StateTone,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import BlockIcon from '@material-ui/icons/Block';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import UndoIcon from '@material-ui/icons/Undo';
import UpdateIcon from '@material-ui/icons/Update';
import { scorecardsTranslationRef } from '../translation';

const LOOKS: Record<WaiverState, [typeof BlockIcon, StateTone]> = {
  requested: [HourglassEmptyIcon, 'warning'],
  approved: [PauseCircleOutlineIcon, 'plain'],
  rejected: [BlockIcon, 'bad'],
  withdrawn: [UndoIcon, 'quiet'],
  revoked: [RemoveCircleOutlineIcon, 'bad'],
  renewed: [UpdateIcon, 'quiet'],
  expired: [ScheduleIcon, 'quiet'],
};

/** Where a waiver stands, as icon, word and colour. */
export function WaiverStateLabel(props: { state: WaiverState }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [icon, tone] = LOOKS[props.state];
  return (
    <StateLabel icon={icon} tone={tone}>
      {t(`waivers.stateWord.${props.state}`)}
    </StateLabel>
  );
}
