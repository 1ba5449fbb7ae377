import {
  CampaignState,
  CampaignTeamState,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  StateLabel,
  StateTone,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import DoneIcon from '@material-ui/icons/Done';
import EditIcon from '@material-ui/icons/EditOutlined';
import FlagIcon from '@material-ui/icons/FlagOutlined';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { scorecardsTranslationRef } from '../translation';

const LOOKS: Record<
  CampaignState | CampaignTeamState,
  [typeof FlagIcon, StateTone]
> = {
  draft: [EditIcon, 'quiet'],
  scheduled: [ScheduleIcon, 'plain'],
  active: [FlagIcon, 'plain'],
  ended: [DoneIcon, 'quiet'],
  paused: [PauseCircleOutlineIcon, 'quiet'],
  waiting: [HourglassEmptyIcon, 'warning'],
};

/** Where a campaign stands, in all or for a team, as icon, word and colour. */
export function CampaignStateLabel(props: {
  state: CampaignState | CampaignTeamState;
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [icon, tone] = LOOKS[props.state];
  return (
    <StateLabel icon={icon} tone={tone}>
      {t(`campaigns.state.${props.state}`)}
    </StateLabel>
  );
}
