import { makeStyles, useTheme } from '@material-ui/core/styles';
import SvgIcon from '@material-ui/core/SvgIcon';
import { ReactNode } from 'react';
import { stateColor, StateTone } from './stateColor';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      // In line with the words beside it.
      verticalAlign: 'top',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      '& svg': { flexShrink: 0 },
    },
    text: { overflowWrap: 'anywhere' },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadStateLabel' },
);

/** A state as icon, word and colour. @public */
export function StateLabel(props: {
  icon: typeof SvgIcon;
  tone: StateTone;
  /** Why it is so, on hover; it is said in full where there is room. */
  title?: string;
  children: ReactNode;
}) {
  const { icon: Icon, tone, title, children } = props;
  const classes = useStyles();
  const theme = useTheme();
  return (
    <span className={classes.root} title={title}>
      <Icon fontSize="small" htmlColor={stateColor(theme, tone)} aria-hidden />
      <span
        className={`${classes.text} ${tone === 'quiet' ? classes.quiet : ''}`}
      >
        {children}
      </span>
    </span>
  );
}
