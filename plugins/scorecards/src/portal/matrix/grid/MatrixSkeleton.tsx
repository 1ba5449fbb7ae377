import { Progress } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      height: '75vh',
      minHeight: 320,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
  }),
  { name: 'FairleadMatrixSkeleton' },
);

/** Keeps the place of the matrix while its first rows load. */
export function MatrixSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-busy="true">
      <Progress />
    </div>
  );
}
