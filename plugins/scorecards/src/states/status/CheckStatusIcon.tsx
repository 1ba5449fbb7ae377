import { CheckStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { useTheme } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import PauseCircleOutlineIcon from '@material-ui/icons/PauseCircleOutline';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { statusColor } from './statusColor';

const ICONS: Record<CheckStatus, typeof CancelIcon> = {
  pass: CheckCircleIcon,
  fail: CancelIcon,
  'no-data': HelpOutlineIcon,
  stale: ScheduleIcon,
  error: ReportProblemIcon,
  waived: PauseCircleOutlineIcon,
  'not-applicable': RemoveCircleOutlineIcon,
};

/** The icon of a status. With a `title` it stands alone; without, a word beside it says the same. */
export function CheckStatusIcon(props: {
  status: CheckStatus;
  title?: string;
}) {
  const theme = useTheme();
  const Icon = ICONS[props.status];
  return (
    <Icon
      fontSize="small"
      htmlColor={statusColor(theme, props.status)}
      titleAccess={props.title}
    />
  );
}
