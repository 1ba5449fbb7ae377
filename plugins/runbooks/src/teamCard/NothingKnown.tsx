import { LinkButton } from '@backstage/core-components';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

/** A team of which nothing is known: what would bring something. */
export function NothingKnown() {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <EmptyPanel
      title={t('teamCard.emptyTitle')}
      action={
        <LinkButton variant="outlined" size="small" to={links.runbooks()}>
          {t('teamCard.emptyAction')}
        </LinkButton>
      }
    >
      {t('teamCard.empty')}
    </EmptyPanel>
  );
}
