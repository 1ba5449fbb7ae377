import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { useScorecards } from '../../api/queries';
import { scorecardsTranslationRef } from '../../translation';

/** Chooses the scorecard to work on, or a template for a new one. */
export function StartFrom(props: {
  scorecardRef: string | undefined;
  onChange: (scorecardRef: string | undefined) => void;
}) {
  const { scorecardRef, onChange } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { data } = useScorecards();
  const id = useId();
  const scorecards = data?.items ?? [];
  const isListed =
    !scorecardRef ||
    scorecards.some(item => item.scorecardRef === scorecardRef);
  return (
    <TextField
      select
      id={id}
      label={t('portal.playground.start')}
      value={scorecardRef ?? ''}
      onChange={event => onChange(event.target.value || undefined)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      size="small"
      variant="outlined"
      style={{ maxWidth: '100%', marginTop: 8 }}
    >
      <option value="">{t('portal.playground.template')}</option>
      {scorecards.map(item => (
        <option key={item.scorecardRef} value={item.scorecardRef}>
          {item.title}
        </option>
      ))}
      {!isListed && <option value={scorecardRef}>{scorecardRef}</option>}
    </TextField>
  );
}
