import TextField from '@material-ui/core/TextField';
import { useEffect, useId, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const TYPING_PAUSE_MS = 300;

/** A text to look for, handed on when typing pauses. @public */
export function FilterText(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  className?: string;
}) {
  const { label, value = '', onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState(value);

  useEffect(() => setTyped(value), [value]);
  useDebounce(
    () => {
      if (typed !== value) {
        onChange(typed || undefined);
      }
    },
    TYPING_PAUSE_MS,
    [typed],
  );

  return (
    <TextField
      id={id}
      type="search"
      label={label}
      value={typed}
      onChange={event => setTyped(event.target.value)}
      InputLabelProps={{ shrink: true }}
      size="small"
      variant="outlined"
      className={props.className}
    />
  );
}
