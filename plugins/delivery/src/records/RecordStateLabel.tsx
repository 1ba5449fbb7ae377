import { useTranslationRef } from '@fairlead/frontend-parts';
import { darken, makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import { deliveryTranslationRef } from '../translation';
import { RecordState } from './recordState';

const ICONS: Record<RecordState, typeof CancelIcon> = {
  success: CheckCircleIcon,
  merged: CheckCircleIcon,
  resolved: CheckCircleIcon,
  failure: CancelIcon,
  timedOut: CancelIcon,
  open: ReportProblemIcon,
  running: HourglassEmptyIcon,
  cancelled: RemoveCircleOutlineIcon,
  skipped: RemoveCircleOutlineIcon,
  closed: RemoveCircleOutlineIcon,
  unknown: HelpOutlineIcon,
};

function colorOf(theme: Theme, state: RecordState): string {
  const { palette } = theme;
  // The bright colours of the light theme are too faint on white for an icon.
  const strong = (color: string) =>
    palette.type === 'light' ? darken(color, 0.25) : color;
  switch (state) {
    case 'success':
    case 'merged':
    case 'resolved':
      return strong(palette.status.ok);
    case 'failure':
    case 'timedOut':
      return palette.status.error;
    case 'open':
      return strong(palette.status.warning);
    default:
      return palette.text.secondary;
  }
}

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadRecordStateLabel' },
);

/** Where a record stands, as icon, word and colour. An open change is not an alarm: it is under way. */
export function RecordStateLabel(props: {
  state: RecordState;
  isAlarm: boolean;
}) {
  const { state, isAlarm } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const shown = state === 'open' && !isAlarm ? 'running' : state;
  const Icon = ICONS[shown];
  return (
    <span className={classes.root}>
      <Icon fontSize="small" htmlColor={colorOf(theme, shown)} aria-hidden />
      {t(`records.state.${state}`)}
    </span>
  );
}
