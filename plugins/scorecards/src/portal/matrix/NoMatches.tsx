import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { scorecardsTranslationRef } from '../../translation';

/** Says why the matrix has no rows, and how to get some. */
export function NoMatches(props: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (!props.isFiltered) {
    return <EmptyPanel title={t('portal.list.noEntities')} />;
  }
  return (
    <EmptyPanel
      title={t('portal.matrix.none.title')}
      action={
        <Button variant="outlined" size="small" onClick={props.onClear}>
          {t('portal.filters.clear')}
        </Button>
      }
    >
      {t('portal.matrix.none.text')}
    </EmptyPanel>
  );
}
