import { InfoCard } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';

/** The tab before its data: one scorecard with a handful of checks. */
export function ContentSkeleton() {
  return (
    <InfoCard>
      <Skeleton variant="text" width="55%" height={28} />
      <Skeleton variant="text" width="30%" height={32} />
      {[0, 1, 2, 3, 4, 5].map(row => (
        <Skeleton key={row} variant="text" width="95%" height={37} />
      ))}
    </InfoCard>
  );
}
