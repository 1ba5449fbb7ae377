import Box from '@material-ui/core/Box';
import Skeleton from '@material-ui/lab/Skeleton';
import { TileGrid } from '../measureTile';

/** The card before its data, of its final size, so that the page below does not jump. */
export function CardSkeleton() {
  return (
    <>
      <Skeleton variant="text" width="90%" height={24} />
      <Box mt={1}>
        <Skeleton variant="rect" height={12} />
      </Box>
      <Box mt={1} mb={2}>
        <Skeleton variant="text" width="70%" height={20} />
      </Box>
      <TileGrid label="">
        {[0, 1, 2, 3].map(tile => (
          <li key={tile}>
            <Skeleton variant="rect" height={152} />
          </li>
        ))}
      </TileGrid>
      <Box mt={2}>
        <Skeleton variant="rect" width={128} height={31} />
      </Box>
    </>
  );
}
