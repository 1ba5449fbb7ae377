import { HealthState } from '@fairlead/backstage-plugin-runbooks-common';
import SvgIcon from '@material-ui/core/SvgIcon';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LockIcon from '@material-ui/icons/LockOutlined';
import { StateTone } from '../states';

/** How each state of health looks. */
export const STATE_LOOKS: Record<
  HealthState,
  { icon: typeof SvgIcon; tone: StateTone }
> = {
  ok: { icon: CheckCircleIcon, tone: 'good' },
  bad: { icon: CancelIcon, tone: 'bad' },
  unknown: { icon: HelpOutlineIcon, tone: 'quiet' },
  unverifiable: { icon: LockIcon, tone: 'warning' },
};
