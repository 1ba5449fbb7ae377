import TextField from '@material-ui/core/TextField';

/** Asks why something is done; once it was sent without a word, it says that one is needed. */
export function ReasonField(props: {
  id: string;
  label: string;
  /** What is said where no reason is given. */
  needed: string;
  value: string;
  wasSent: boolean;
  onChange: (reason: string) => void;
}) {
  const { id, label, needed, value, wasSent, onChange } = props;
  const lacks = wasSent && !value.trim();
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={lacks}
      helperText={lacks ? needed : undefined}
      multiline
      minRows={2}
      maxRows={8}
      fullWidth
      margin="normal"
      variant="outlined"
      inputProps={{ dir: 'auto', maxLength: 2000 }}
    />
  );
}
