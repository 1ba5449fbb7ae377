import Skeleton from '@material-ui/lab/Skeleton';

/** Keeps the place of the list while it loads. */
export function WidgetSkeleton() {
  return (
    <>
      <Skeleton height={32} width="60%" />
      {[1, 2, 3].map(row => (
        <Skeleton key={row} height={84} />
      ))}
    </>
  );
}
