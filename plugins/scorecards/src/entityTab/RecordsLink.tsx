import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { KnownFact } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { scorecardsTranslationRef } from '../translation';

/** The way to the records that a fact was computed from; nothing for a fact that declares none. */
export function RecordsLink(props: { fact: KnownFact; entityRef: string }) {
  const { id, title, recordsPath } = props.fact;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const entityLink = useEntityRefLink();
  if (!recordsPath) {
    return null;
  }
  return (
    <Link
      // Below the page of the entity, whatever a source writes.
      to={`${entityLink(props.entityRef)}/${recordsPath.replace(/^[/.]+/, '')}`}
      aria-label={t('entityTab.recordsLabel', { fact: title ?? id })}
    >
      {t('entityTab.records')}
    </Link>
  );
}
