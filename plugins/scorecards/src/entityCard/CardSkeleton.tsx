import Box from '@material-ui/core/Box';
import Skeleton from '@material-ui/lab/Skeleton';

/** The card before its data: one scorecard with two checks, so that the page below does not jump. */
export function CardSkeleton() {
  return (
    <>
      <Skeleton variant="text" width="45%" height={24} />
      <Skeleton variant="text" width="90%" height={20} />
      {[0, 1].map(row => (
        <Box key={row} display="flex" gridGap={8} py={0.75}>
          <Skeleton variant="circle" width={20} height={20} />
          <Box flex={1}>
            <Skeleton variant="text" width="60%" height={20} />
            <Skeleton variant="text" width="80%" height={20} />
            <Skeleton variant="text" width="70%" height={20} />
          </Box>
        </Box>
      ))}
    </>
  );
}
