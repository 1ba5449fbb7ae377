import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    bar: {
      height: 44,
      marginTop: theme.spacing(1.5),
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
    },
  }),
  { name: 'FairleadRollupSkeleton' },
);

/** Keeps the place of the bars while they load. */
export function RollupSkeleton() {
  const classes = useStyles();
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4, 5].map(bar => (
        <div key={bar} className={classes.bar} />
      ))}
    </div>
  );
}
