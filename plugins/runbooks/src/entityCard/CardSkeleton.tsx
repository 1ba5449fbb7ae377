import Skeleton from '@material-ui/lab/Skeleton';

/** The card before its data, of about its final size, so that the page below does not jump. */
export function CardSkeleton() {
  return (
    <>
      <Skeleton variant="rect" height={72} />
      <Skeleton variant="text" width="80%" height={32} />
      {[0, 1, 2].map(line => (
        <Skeleton key={line} variant="text" height={40} />
      ))}
      <Skeleton variant="text" width="60%" />
    </>
  );
}
