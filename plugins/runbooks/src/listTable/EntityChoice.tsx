import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Chip from '@material-ui/core/Chip';
import { runbooksTranslationRef } from '../translation';

/** The entity that a list was opened for, and the way back to all of them. */
export function EntityChoice(props: {
  entityRef: string;
  onClear: () => void;
}) {
  const { entityRef, onClear } = props;
  const { t } = useTranslationRef(runbooksTranslationRef);
  const name = useEntityPresentation(entityRef).primaryTitle;
  return (
    <Chip
      label={t('listTable.entity', { name })}
      title={entityRef}
      onDelete={onClear}
      style={{ margin: 0, maxWidth: '100%' }}
    />
  );
}
