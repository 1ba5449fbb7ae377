import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

/** A choice of one value or any. @public */
export function FilterSelect(props: {
  label: string;
  /** What any value is called. */
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
  className?: string;
}) {
  const { label, any, value, options, onChange } = props;
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
      <option value="">{any}</option>
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
      {!isListed && <option value={value}>{value}</option>}
    </TextField>
  );
}
