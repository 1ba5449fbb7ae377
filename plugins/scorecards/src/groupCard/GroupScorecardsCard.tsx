import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { useOwnerScorecards } from '../api/queries';
import { TeamLoad } from '../campaigns';
import { CardSkeleton } from '../entityCard/CardSkeleton';
import { rootRouteRef } from '../routes';
import { Loaded } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { IncludedTeams } from './IncludedTeams';
import { isDone } from './isDone';
import { TeamScorecard } from './TeamScorecard';

/**
 * Where the entities of a team and of the teams below it stand.
 *
 * @public
 */
export const GroupScorecardsCard = () => {
  const { entity } = useEntity();
  const query = useOwnerScorecards(stringifyEntityRef(entity));
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <EntityInfoCard title={t('groupCard.title')}>
      <TeamLoad teamRef={stringifyEntityRef(entity)} />
      <Loaded query={query} skeleton={<CardSkeleton />}>
        {data => <CardBody data={data} />}
      </Loaded>
    </EntityInfoCard>
  );
};

function CardBody(props: { data: OwnerScorecardsResponse }) {
  const { ownerRef, groupRefs, scorecards } = props.data;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const portalLink = useRouteRef(rootRouteRef);
  const shown = scorecards
    .filter(({ totals }) => totals.entities > 0)
    .sort((a, b) => Number(isDone(a)) - Number(isDone(b)));
  if (shown.length === 0) {
    return (
      <EmptyPanel
        title={t('groupCard.emptyTitle')}
        action={<Link to={portalLink()}>{t('groupCard.browse')}</Link>}
      >
        {t('groupCard.empty')}
      </EmptyPanel>
    );
  }
  return (
    <>
      {shown.map(scorecard => (
        <TeamScorecard key={scorecard.scorecardRef} scorecard={scorecard} />
      ))}
      <IncludedTeams refs={groupRefs.filter(ref => ref !== ownerRef)} />
    </>
  );
}
