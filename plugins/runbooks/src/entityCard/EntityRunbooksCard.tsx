import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { EntityRunbooks } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useEntityRunbooks } from '../api/queries';
import { useCoverageWords } from '../coverageWords';
import { FiringList } from '../firing';
import { useEntityRunbooksLink } from '../links';
import { NoRunbook } from '../noRunbook';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';
import { CardSkeleton } from './CardSkeleton';
import { RunbookLines } from './RunbookLines';
import { VerdictSentence } from './VerdictSentence';

/** What is told on a card; the rest is on the tab. */
const FIRING_ON_CARD = 3;

/**
 * What fires on an entity now, and whether its runbooks would hold tonight.
 *
 * @public
 */
export const EntityRunbooksCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const query = useEntityRunbooks(entityRef);
  const linkTo = useEntityRunbooksLink();
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <EntityInfoCard
      title={t('entityCard.title')}
      headerActions={
        <Link to={linkTo(entityRef)}>{t('entityCard.viewAll')}</Link>
      }
    >
      <Loaded query={query} skeleton={<CardSkeleton />}>
        {answer => <CardBody entity={entity} answer={answer} />}
      </Loaded>
    </EntityInfoCard>
  );
};

function CardBody(props: { entity: Entity; answer: EntityRunbooks }) {
  const { entity, answer } = props;
  const { coverage, firing, runbooks } = answer;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const sayCoverage = useCoverageWords();
  const linkTo = useEntityRunbooksLink();
  const more = firing.length - FIRING_ON_CARD;
  return (
    <>
      {firing.length > 0 && (
        <FiringList firing={firing.slice(0, FIRING_ON_CARD)} />
      )}
      {more > 0 && (
        <Typography variant="body2">
          <Link to={linkTo(answer.entityRef)}>
            {t('entityCard.moreFiring', { count: more })}
          </Link>
        </Typography>
      )}
      {runbooks.length > 0 ? (
        <>
          <VerdictSentence runbooks={runbooks} />
          <RunbookLines runbooks={runbooks} entityRef={answer.entityRef} />
          <Typography variant="body2" color="textSecondary">
            {sayCoverage(coverage)}
          </Typography>
        </>
      ) : (
        <NoRunbook entity={entity} coverage={coverage} />
      )}
    </>
  );
}
