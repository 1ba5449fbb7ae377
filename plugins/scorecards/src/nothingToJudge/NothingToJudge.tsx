import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { rootRouteRef } from '../routes';
import { scorecardsTranslationRef } from '../translation';

/** An entity without results: not evaluated yet, or of no interest to any scorecard. */
export function NothingToJudge(props: { isEvaluated: boolean }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const portalLink = useRouteRef(rootRouteRef);
  return props.isEvaluated ? (
    <EmptyPanel
      title={t('nothingToJudge.noScorecardTitle')}
      action={<Link to={portalLink()}>{t('nothingToJudge.browse')}</Link>}
    >
      {t('nothingToJudge.noScorecard')}
    </EmptyPanel>
  ) : (
    <EmptyPanel title={t('nothingToJudge.notEvaluatedTitle')}>
      {t('nothingToJudge.notEvaluated')}
    </EmptyPanel>
  );
}
