import Skeleton from '@material-ui/lab/Skeleton';

/** Keeps the place of a journey while it loads. */
export function JourneySkeleton() {
  return (
    <>
      <Skeleton height={40} width="50%" />
      <Skeleton variant="rect" height={200} />
      {[1, 2, 3, 4].map(row => (
        <Skeleton key={row} height={44} />
      ))}
    </>
  );
}
