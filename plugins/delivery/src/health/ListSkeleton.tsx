import Skeleton from '@material-ui/lab/Skeleton';

/** Keeps the place of a list while it loads. */
export function ListSkeleton() {
  return (
    <>
      {[1, 2, 3].map(row => (
        <Skeleton key={row} height={48} />
      ))}
    </>
  );
}
