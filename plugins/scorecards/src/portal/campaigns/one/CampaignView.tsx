import { useRouteRef } from '@backstage/core-plugin-api';
import { BackLink, useTranslationRef } from '@fairlead/frontend-parts';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useScorecards } from '../../../api/queries';
import { useCampaign } from '../../../campaigns/queries';
import { campaignsRouteRef } from '../../../routes';
import { Loaded } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { CampaignContent } from './CampaignContent';

const PAGE_SIZE = 50;

/** One campaign: what it asks for, how far each team has come, and what the reader may decide. */
export function CampaignView() {
  const { id = '' } = useParams();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const list = useRouteRef(campaignsRouteRef);
  const [limit, setLimit] = useState(PAGE_SIZE);
  const query = useCampaign(id, { limit });
  const scorecards = useScorecards();
  return (
    <>
      <BackLink to={list()}>{t('campaigns.back')}</BackLink>
      <Loaded
        query={query}
        skeleton={
          <div aria-hidden="true">
            <Skeleton height={64} />
            <Skeleton height={220} />
            <Skeleton height={320} />
          </div>
        }
      >
        {campaign => (
          <CampaignContent
            campaign={campaign}
            scorecard={scorecards.data?.items.find(
              ({ scorecardRef }) => scorecardRef === campaign.scorecardRef,
            )}
            onMore={
              campaign.teams.length < campaign.totalTeams && limit < 500
                ? () => setLimit(Math.min(500, limit * 2))
                : undefined
            }
          />
        )}
      </Loaded>
    </>
  );
}
