import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    item: {
      height: 148,
      marginBottom: theme.spacing(2),
      opacity: 0.5,
    },
  }),
  { name: 'FairleadScorecardListSkeleton' },
);

/** Keeps the place of the list while it loads. */
export function ScorecardListSkeleton() {
  const classes = useStyles();
  return (
    <div aria-hidden="true">
      {[1, 2, 3].map(item => (
        <Paper key={item} className={classes.item} />
      ))}
    </div>
  );
}
