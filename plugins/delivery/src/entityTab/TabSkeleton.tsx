import { InfoCard } from '@backstage/core-components';
import Skeleton from '@material-ui/lab/Skeleton';

/** The tab before its data: the three sections at the top, of their final size. */
export function TabSkeleton() {
  return (
    <>
      <InfoCard>
        <Skeleton variant="text" width="70%" height={28} />
        <Skeleton variant="rect" height={12} />
        <Skeleton variant="text" width="60%" height={28} />
        <Skeleton variant="rect" height={260} />
      </InfoCard>
      <InfoCard>
        <Skeleton variant="rect" height={620} />
      </InfoCard>
      <InfoCard>
        <Skeleton variant="rect" height={480} />
      </InfoCard>
    </>
  );
}
