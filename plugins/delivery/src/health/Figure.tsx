import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { minWidth: 0, ...theme.typography.body2 },
    label: {
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.secondary,
    },
    value: {
      margin: 0,
      overflowWrap: 'anywhere',
      fontVariantNumeric: 'tabular-nums',
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadFigure' },
);

/** A labelled figure of a source, to stand in a description list. */
export function Figure(props: {
  label: string;
  /** What the label means, on hover. */
  hint?: string;
  /** There is nothing to say, so it is said quietly. */
  isQuiet?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <dt className={classes.label} title={props.hint}>
        {props.label}
      </dt>
      <dd
        className={
          props.isQuiet ? `${classes.value} ${classes.quiet}` : classes.value
        }
      >
        {props.children}
      </dd>
    </div>
  );
}
