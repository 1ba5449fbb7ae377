import Skeleton from '@material-ui/lab/Skeleton';

const ROWS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Keeps the place of a list with a sentence above it. */
export function ListSkeleton() {
  return (
    <>
      <Skeleton height={36} width="60%" />
      <Skeleton height={64} />
      {ROWS.map(row => (
        <Skeleton key={row} height={48} />
      ))}
    </>
  );
}
