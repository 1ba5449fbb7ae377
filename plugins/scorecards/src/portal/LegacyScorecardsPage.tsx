import { PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';
import { ScorecardsPage } from './ScorecardsPage';

/** The portal page with a header of its own, for apps that draw none. */
export function LegacyScorecardsPage() {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('portal.list.title')}>
      <ScorecardsPage />
    </PageWithHeader>
  );
}
