import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { darken, makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ReportProblemIcon from '@material-ui/icons/ReportProblemOutlined';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { deliveryTranslationRef } from '../translation';

type State = SourceHealth['state'];
type Shown = State | 'troubled';

const ICONS: Record<Shown, typeof CancelIcon> = {
  ok: CheckCircleIcon,
  troubled: ReportProblemIcon,
  silent: ScheduleIcon,
  failing: CancelIcon,
  off: RemoveCircleOutlineIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadSourceStateLabel' },
);

/** The state of a source as icon, word and colour. */
export function SourceStateLabel(props: {
  state: State;
  /** Whether what it receives may be incomplete, which its state alone does not say. */
  isTroubled: boolean;
}) {
  const state =
    props.isTroubled && props.state === 'ok' ? 'troubled' : props.state;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const Icon = ICONS[state];
  return (
    <span className={classes.root}>
      <Icon fontSize="small" htmlColor={stateColor(theme, state)} aria-hidden />
      {t(`health.state.${state}`)}
    </span>
  );
}

function stateColor({ palette }: Theme, state: Shown): string {
  // The bright colours of the light theme are too faint on white for an icon.
  const strong = (color: string) =>
    palette.type === 'light' ? darken(color, 0.25) : color;
  switch (state) {
    case 'ok':
      return strong(palette.status.ok);
    case 'silent':
    case 'troubled':
      return strong(palette.status.warning);
    case 'failing':
      return palette.status.error;
    default:
      return palette.text.secondary;
  }
}
