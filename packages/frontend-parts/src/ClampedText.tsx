import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 3,
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'FairleadClampedText' },
);

/** A text that others wrote, of three lines at most however long it is; all of it shows on hover. @public */
export function ClampedText(props: { children: string }) {
  const classes = useStyles();
  return (
    <span className={classes.root} title={props.children}>
      {props.children}
    </span>
  );
}
