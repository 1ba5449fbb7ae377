import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useDeferredValue, useMemo } from 'react';
import { scorecardsTranslationRef } from '../../../translation';
import { ComparedLines, compareLines } from '../../../diff';

/** The text against the version in force. */
export function Comparison(props: {
  live: { yaml: string; version: number } | undefined;
  text: string;
}) {
  const { live } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const text = useDeferredValue(props.text);
  const stretches = useMemo(
    () => compareLines({ before: live?.yaml ?? '', after: text }),
    [live, text],
  );
  return (
    <div style={{ marginTop: 16 }}>
      <Typography variant="body2" gutterBottom>
        {summary()}
      </Typography>
      {stretches.length > 0 && (
        <ComparedLines
          label={t('portal.playground.views.comparison')}
          stretches={stretches}
        />
      )}
    </div>
  );

  function summary() {
    if (!live) {
      return t('portal.playground.comparison.new');
    }
    return stretches.length === 0
      ? t('portal.playground.comparison.none')
      : t('portal.playground.comparison.label', {
          version: String(live.version),
        });
  }
}
