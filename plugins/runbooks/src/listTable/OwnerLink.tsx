import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { runbooksTranslationRef } from '../translation';

/** A link to an owner, or the words for there being none. */
export function OwnerLink(props: { ownerRef: string | undefined }) {
  const { t } = useTranslationRef(runbooksTranslationRef);
  return props.ownerRef ? (
    <bdi>
      <EntityRefLink entityRef={props.ownerRef} defaultKind="group" />
    </bdi>
  ) : (
    <>{t('listTable.unowned')}</>
  );
}
