import { SourceHealth } from '@fairlead/backstage-plugin-delivery-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { darken, makeStyles, Theme, useTheme } from '@material-ui/core/styles';
import CancelIcon from '@material-ui/icons/Cancel';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import RemoveCircleOutlineIcon from '@material-ui/icons/RemoveCircleOutline';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { deliveryTranslationRef } from '../translation';

type State = SourceHealth['state'];

const ICONS: Record<State, typeof CancelIcon> = {
  ok: CheckCircleIcon,
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
export function SourceStateLabel(props: { state: State }) {
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const Icon = ICONS[props.state];
  return (
    <span className={classes.root}>
      <Icon
        fontSize="small"
        htmlColor={stateColor(theme, props.state)}
        aria-hidden
      />
      {t(`health.state.${props.state}`)}
    </span>
  );
}

function stateColor({ palette }: Theme, state: State): string {
  // The bright colours of the light theme are too faint on white for an icon.
  const strong = (color: string) =>
    palette.type === 'light' ? darken(color, 0.25) : color;
  switch (state) {
    case 'ok':
      return strong(palette.status.ok);
    case 'silent':
      return strong(palette.status.warning);
    case 'failing':
      return palette.status.error;
    default:
      return palette.text.secondary;
  }
}
