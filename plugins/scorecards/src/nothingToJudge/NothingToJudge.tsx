import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { rootRouteRef } from '../routes';
import { scorecardsTranslationRef } from '../translation';

/** An entity without results: they are on their way, or no scorecard applies to the entity. */
export function NothingToJudge(props: {
  results: Pick<EntityScorecardsResponse, 'evaluatedAt' | 'awaits'>;
}) {
  const { evaluatedAt, awaits } = props.results;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const portalLink = useRouteRef(rootRouteRef);
  if (awaits === 'scorecards') {
    return (
      <EmptyPanel title={t('nothingToJudge.noneInForceTitle')}>
        {t('nothingToJudge.noneInForce')}
      </EmptyPanel>
    );
  }
  if (awaits === 'evaluation') {
    return (
      <EmptyPanel title={t('nothingToJudge.evaluatingTitle')}>
        {t('nothingToJudge.evaluating')}
      </EmptyPanel>
    );
  }
  return evaluatedAt === null ? (
    <EmptyPanel title={t('nothingToJudge.notEvaluatedTitle')}>
      {t('nothingToJudge.notEvaluated')}
    </EmptyPanel>
  ) : (
    <EmptyPanel
      title={t('nothingToJudge.noScorecardTitle')}
      action={<Link to={portalLink()}>{t('nothingToJudge.browse')}</Link>}
    >
      {t('nothingToJudge.noScorecard')}
    </EmptyPanel>
  );
}
