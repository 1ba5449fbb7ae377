import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2) },
    waits: { height: 272, opacity: 0.5 },
    headlines: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
      gap: theme.spacing(2),
    },
    headline: { height: 104, opacity: 0.5 },
    teams: { height: 480, opacity: 0.5 },
  }),
  { name: 'FairleadOverviewSkeleton' },
);

/** Keeps the place of the overview while it loads. */
export function OverviewSkeleton() {
  const classes = useStyles();
  return (
    <div aria-hidden="true" className={classes.root}>
      <Paper className={classes.waits} />
      <div className={classes.headlines}>
        {[1, 2, 3, 4, 5].map(headline => (
          <Paper key={headline} className={classes.headline} />
        ))}
      </div>
      <Paper className={classes.teams} />
    </div>
  );
}
