import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), marginTop: 76 },
    card: { height: 208, opacity: 0.5 },
  }),
  { name: 'FairleadSourcesSkeleton' },
);

/** Keeps the place of the sources while they load. */
export function SourcesSkeleton() {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.root}>
      {[1, 2, 3].map(card => (
        <Paper key={card} className={classes.card} />
      ))}
    </div>
  );
}
