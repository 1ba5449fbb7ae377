import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useEntityScorecards } from '../api/queries';
import { useEntityScorecardsLink } from '../links';
import { NothingToJudge } from '../nothingToJudge';
import { troubledFirst } from '../nextStep';
import { Loaded } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { CardSkeleton } from './CardSkeleton';
import { ScorecardSection } from './ScorecardSection';
import { shareRows } from './shareRows';

/**
 * Where an entity stands and the few checks that lead on.
 *
 * @public
 */
export const EntityScorecardsCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityScorecards(entityRef, {
    entityUid: entity.metadata.uid,
  });
  const linkTo = useEntityScorecardsLink();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <EntityInfoCard
      title={t('entityCard.title')}
      headerActions={
        <Link to={linkTo(entityRef)}>{t('entityCard.viewAll')}</Link>
      }
    >
      <Loaded query={query} skeleton={<CardSkeleton />}>
        {data => <CardBody data={data} />}
      </Loaded>
    </EntityInfoCard>
  );
};

function CardBody(props: { data: EntityScorecardsResponse }) {
  const { entityRef, scorecards } = props.data;
  if (scorecards.length === 0) {
    return <NothingToJudge results={props.data} />;
  }
  return (
    <>
      {shareRows(troubledFirst(scorecards)).map(section => (
        <ScorecardSection
          key={section.result.scorecardRef}
          section={section}
          entityRef={entityRef}
        />
      ))}
    </>
  );
}
