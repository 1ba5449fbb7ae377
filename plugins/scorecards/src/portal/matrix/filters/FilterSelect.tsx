import { useTranslationRef } from '@fairlead/frontend-parts';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { scorecardsTranslationRef } from '../../../translation';

/** A choice of one value or any. */
export function FilterSelect(props: {
  label: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
  className?: string;
}) {
  const { label, value, options, onChange } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const id = useId();
  const isListed = !value || options.some(option => option.value === value);
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value ?? ''}
      onChange={event => onChange(event.target.value || undefined)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      size="small"
      variant="outlined"
      className={props.className}
    >
      <option value="">{t('portal.filters.any')}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {!isListed && <option value={value}>{value}</option>}
    </TextField>
  );
}
