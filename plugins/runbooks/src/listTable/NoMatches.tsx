import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import { runbooksTranslationRef } from '../translation';

/** Nothing fits the filters, and the way out. */
export function NoMatches(props: { onClear: () => void }) {
  const { t } = useTranslationRef(runbooksTranslationRef);
  return (
    <EmptyPanel
      title={t('listTable.noMatches')}
      action={
        <Button variant="outlined" size="small" onClick={props.onClear}>
          {t('listTable.clear')}
        </Button>
      }
    >
      {t('listTable.noMatchesText')}
    </EmptyPanel>
  );
}
