import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { scorecardsCampaignCreatePermission } from '@fairlead/backstage-plugin-scorecards-common';
import { BackLink, useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useScorecards } from '../../../api/queries';
import { useCampaigns } from '../../../campaigns/queries';
import { newCampaignRouteRef, rootRouteRef } from '../../../routes';
import { Loaded } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { CampaignFilterBar } from './CampaignFilterBar';
import {
  CampaignFilters,
  readCampaignFilters,
  writeCampaignFilters,
} from './campaignFilters';
import { CampaignList } from './CampaignList';
import { CampaignListSkeleton } from './CampaignListSkeleton';

const PAGE_SIZE = 50;

/** So many are shown at once; beyond it, filters find more than scrolling. */
const MOST_SHOWN = 500;

/** The campaigns of all scorecards that the reader may see, newest first. */
export function CampaignsView() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const list = useRouteRef(rootRouteRef);
  const newCampaign = useRouteRef(newCampaignRouteRef);
  const [search, setSearch] = useSearchParams();
  const filters = readCampaignFilters(search);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const scorecards = useScorecards();
  const query = useCampaigns({
    state: filters.state,
    scorecardRef: filters.scorecard,
    teamRef: filters.team,
    limit,
  });
  const { allowed: mayDraft } = usePermission({
    permission: scorecardsCampaignCreatePermission,
  });
  const setFilters = (changed: CampaignFilters) => {
    setLimit(PAGE_SIZE);
    setSearch(writeCampaignFilters(changed), { replace: true });
  };
  return (
    <>
      <BackLink to={list()}>{t('portal.back')}</BackLink>
      <Box display="flex" flexWrap="wrap" alignItems="center" gridGap={8}>
        <Typography variant="h5" component="h2" style={{ marginRight: 'auto' }}>
          {t('campaigns.title')}
        </Typography>
        {mayDraft && (
          <LinkButton
            variant="outlined"
            color="primary"
            to={`${newCampaign()}?${writeCampaignFilters({
              scorecard: filters.scorecard,
            })}`}
          >
            {t('campaigns.draft')}
          </LinkButton>
        )}
      </Box>
      <CampaignFilterBar
        scorecards={scorecards.data?.items ?? []}
        filters={filters}
        onChange={setFilters}
      />
      <Loaded query={query} skeleton={<CampaignListSkeleton />}>
        {page => (
          <CampaignList
            page={page}
            scorecards={scorecards.data?.items ?? []}
            isFiltered={Object.keys(filters).length > 0}
            onClear={() => setFilters({})}
            onMore={
              limit < MOST_SHOWN ? () => setLimit(limit + PAGE_SIZE) : undefined
            }
          />
        )}
      </Loaded>
    </>
  );
}
