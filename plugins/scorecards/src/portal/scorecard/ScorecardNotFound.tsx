import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { rootRouteRef } from '../../routes';
import { scorecardsTranslationRef } from '../../translation';

/** Says that no scorecard has this name. */
export function ScorecardNotFound(props: { name: string }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const root = useRouteRef(rootRouteRef);
  return (
    <EmptyPanel
      title={t('portal.notFound.title', { name: props.name })}
      action={
        <LinkButton variant="outlined" color="primary" to={root()}>
          {t('portal.back')}
        </LinkButton>
      }
    >
      {t('portal.notFound.text')}
    </EmptyPanel>
  );
}
