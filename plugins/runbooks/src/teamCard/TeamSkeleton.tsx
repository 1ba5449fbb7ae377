import Skeleton from '@material-ui/lab/Skeleton';

/** Keeps the place of the card's content while it loads. */
export function TeamSkeleton() {
  return (
    <>
      <Skeleton height={32} width="80%" />
      {[1, 2, 3, 4].map(row => (
        <Skeleton key={row} height={44} />
      ))}
      <Skeleton height={24} width="50%" />
    </>
  );
}
