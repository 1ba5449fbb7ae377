import { PageWithHeader } from '@backstage/core-components';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { runbooksTranslationRef } from '../translation';
import { RunbooksPage } from './RunbooksPage';

/** The portal page with a header of its own, for apps that draw none. */
export function LegacyRunbooksPage() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <PageWithHeader themeId="tool" title={t('portal.title')}>
      <RunbooksPage />
    </PageWithHeader>
  );
}
