import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { ROW_HEIGHT, WIDE_COLUMN_HEADER_HEIGHT } from './gridLayout';

const ROWS = 12;

const useStyles = makeStyles(
  theme => ({
    root: {
      minHeight: 320,
      maxHeight: '75vh',
      overflow: 'hidden',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    heading: { height: WIDE_COLUMN_HEADER_HEIGHT },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(80px, 260px) minmax(60px, 170px) 1fr',
      alignItems: 'center',
      gap: theme.spacing(2),
      height: ROW_HEIGHT,
      padding: theme.spacing(0, 1),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'FairleadMatrixSkeleton' },
);

/** Keeps the place of the matrix while its first rows load. */
export function MatrixSkeleton() {
  const classes = useStyles();
  return (
    <div className={classes.root} aria-busy="true">
      <div className={classes.heading} />
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} className={classes.row} aria-hidden>
          <Skeleton variant="text" />
          <Skeleton variant="text" />
          <Skeleton variant="text" />
        </div>
      ))}
    </div>
  );
}
