import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTracks } from '../api/queries';
import { Loaded } from '../states';
import { onboardingTranslationRef } from '../translation';
import { TrackList } from './TrackList';

/** The tracks that the reader may see. */
export function TracksPage() {
  const query = useTracks();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <Loaded query={query} skeleton={<Skeleton variant="rect" height={240} />}>
      {({ pages }) => {
        const tracks = pages.flatMap(({ items }) => items);
        return tracks.length === 0 ? (
          <EmptyPanel title={t('tracks.none')}>
            {t('tracks.noneText')}
          </EmptyPanel>
        ) : (
          <>
            <TrackList tracks={tracks} />
            <Typography variant="body2" color="textSecondary" role="status">
              {t('tracks.shown', {
                shown: tracks.length,
                total: pages[0].totalItems,
              })}
            </Typography>
            {query.isFetchNextPageError && (
              <Typography variant="body2" color="error" role="alert">
                {t('tracks.moreFailed')}
              </Typography>
            )}
            {query.hasNextPage && (
              <Button
                size="small"
                color="primary"
                disabled={query.isFetchingNextPage}
                onClick={() => query.fetchNextPage()}
              >
                {t('tracks.more')}
              </Button>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
