import { useRouteRef } from '@backstage/core-plugin-api';
import { BackLink, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useScorecards, useWaivers } from '../../api/queries';
import { rootRouteRef } from '../../routes';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { useWaiverFilters } from './useWaiverFilters';
import { WaiverFilterBar } from './WaiverFilterBar';
import { NO_WAIVER_FILTERS, toWaiversQuery } from './waiverFilters';
import { WaiverList } from './WaiverList';
import { WaiverListSkeleton } from './WaiverListSkeleton';

const PAGE_SIZE = 50;

/** So many are shown at once; beyond it, filters find more than scrolling. */
const MOST_SHOWN = 500;

/** The waivers of all scorecards, as far as the reader may see them, newest first. */
export function WaiversView() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const list = useRouteRef(rootRouteRef);
  const { filters, setFilters } = useWaiverFilters();
  const [limit, setLimit] = useState(PAGE_SIZE);
  const scorecards = useScorecards();
  const query = useWaivers({ ...toWaiversQuery(filters), limit });
  return (
    <>
      <BackLink to={list()}>{t('portal.back')}</BackLink>
      <Typography variant="h5" component="h2">
        {t('portal.waivers.title')}
      </Typography>
      <WaiverFilterBar
        scorecards={scorecards.data?.items ?? []}
        filters={filters}
        onChange={change => {
          setLimit(PAGE_SIZE);
          setFilters(change);
        }}
      />
      <Loaded query={query} skeleton={<WaiverListSkeleton />}>
        {page => (
          <WaiverList
            page={page}
            isFiltered={Object.keys(filters).length > 0}
            onClear={() => setFilters(NO_WAIVER_FILTERS)}
            onMore={
              limit < MOST_SHOWN ? () => setLimit(limit + PAGE_SIZE) : undefined
            }
          />
        )}
      </Loaded>
    </>
  );
}
