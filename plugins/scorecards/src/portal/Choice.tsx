import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';

/** One of a few values, all of them in view. */
export function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  const { label, value, options, onChange } = props;
  return (
    <ButtonGroup size="small" aria-label={label}>
      {options.map(option => (
        <Button
          key={option.value}
          variant={option.value === value ? 'contained' : 'outlined'}
          color={option.value === value ? 'primary' : 'default'}
          aria-pressed={option.value === value}
          disableElevation
          onClick={() => onChange(option.value)}
          style={{ textTransform: 'none' }}
        >
          {option.label}
        </Button>
      ))}
    </ButtonGroup>
  );
}
