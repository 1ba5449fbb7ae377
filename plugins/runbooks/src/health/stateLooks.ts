import {
  HealthPart,
  HealthState,
} from '@fairlead/backstage-plugin-runbooks-common';
import { StateTone } from '@fairlead/frontend-parts';
import SvgIcon from '@material-ui/core/SvgIcon';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LockIcon from '@material-ui/icons/LockOutlined';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';

interface StateLooks {
  icon: typeof SvgIcon;
  tone: StateTone;
}

const LOOKS: Record<HealthState, StateLooks> = {
  ok: { icon: CheckCircleIcon, tone: 'good' },
  bad: { icon: CancelIcon, tone: 'bad' },
  unknown: { icon: HelpOutlineIcon, tone: 'quiet' },
  unverifiable: { icon: LockIcon, tone: 'warning' },
};

/** How a part of health looks in a state. Drift warns: it alone makes no runbook fail. */
export function looksOf(part: HealthPart, state: HealthState): StateLooks {
  return part === 'drift' && state === 'bad'
    ? { icon: ReportProblemIcon, tone: 'warning' }
    : LOOKS[state];
}
