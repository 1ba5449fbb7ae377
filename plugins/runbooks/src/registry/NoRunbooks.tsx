import { LinkButton } from '@backstage/core-components';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** Where runbooks come from, while there are none. */
export function NoRunbooks() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <EmptyPanel
      title={t('registry.emptyTitle')}
      action={
        <LinkButton variant="outlined" size="small" to={links.coverage()}>
          {t('registry.emptyAction')}
        </LinkButton>
      }
    >
      {t('registry.empty')}
    </EmptyPanel>
  );
}
