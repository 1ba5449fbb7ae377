import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { scorecardsCampaignCreatePermission } from '@fairlead/backstage-plugin-scorecards-common';
import {
  BackLink,
  EmptyPanel,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { useSearchParams } from 'react-router-dom';
import { useScorecards } from '../../../api/queries';
import { campaignsRouteRef } from '../../../routes';
import { Loaded } from '../../../states';
import { scorecardsTranslationRef } from '../../../translation';
import { DraftForm } from './DraftForm';
import { useOwnGroups } from './useOwnGroups';

/** Drafts a campaign, with a look at whom it would meet. */
export function CampaignDraftView() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const list = useRouteRef(campaignsRouteRef);
  const [search] = useSearchParams();
  const scorecards = useScorecards();
  const groups = useOwnGroups();
  const { allowed, loading } = usePermission({
    permission: scorecardsCampaignCreatePermission,
  });
  return (
    <>
      <BackLink to={list()}>{t('campaigns.back')}</BackLink>
      <Typography variant="h5" component="h2">
        {t('campaigns.form.title')}
      </Typography>
      {content()}
    </>
  );

  function content() {
    if (!loading && !allowed) {
      return (
        <EmptyPanel title={t('portal.denied.title')}>
          {t('campaigns.form.denied')}
        </EmptyPanel>
      );
    }
    if (groups === undefined) {
      return <Skeleton height={480} />;
    }
    if (groups.length === 0) {
      return (
        <EmptyPanel title={t('portal.denied.title')}>
          {t('campaigns.form.noGroups')}
        </EmptyPanel>
      );
    }
    return (
      <Loaded query={scorecards} skeleton={<Skeleton height={480} />}>
        {({ items }) => (
          <DraftForm
            scorecards={items}
            groups={groups}
            scorecardRef={search.get('scorecard') ?? undefined}
          />
        )}
      </Loaded>
    );
  }
}
