import Skeleton from '@material-ui/lab/Skeleton';

/** Keeps the place of the campaigns while they load. */
export function CampaignListSkeleton() {
  return (
    <div aria-hidden="true">
      {[1, 2, 3, 4].map(item => (
        <Skeleton key={item} height={88} />
      ))}
    </div>
  );
}
