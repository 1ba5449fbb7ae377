import Skeleton from '@material-ui/lab/Skeleton';

/** Keeps the place of the waivers while they load. */
export function WaiverListSkeleton() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4].map(item => (
        <Skeleton key={item} height={112} />
      ))}
    </div>
  );
}
