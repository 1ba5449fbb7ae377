import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';

const useStyles = makeStyles(
  theme => ({
    root: { flexWrap: 'wrap' },
    button: {
      textTransform: 'none',
      color: theme.palette.text.primary,
      '&.Mui-selected': {
        color: theme.palette.text.primary,
        fontWeight: 700,
        boxShadow: `inset 0 -3px 0 ${theme.palette.primary.main}`,
      },
    },
  }),
  { name: 'FairleadChoiceButtons' },
);

/** A choice of one among few, all of them in sight. */
export function ChoiceButtons<T extends string | number>(props: {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string }[];
}) {
  const { label, value, onChange, options } = props;
  const classes = useStyles();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      className={classes.root}
      value={value}
      // Null where the chosen one is pressed again; there is always one.
      onChange={(_, next: T | null) => next !== null && onChange(next)}
    >
      {options.map(option => (
        <ToggleButton
          key={option.value}
          value={option.value}
          className={classes.button}
        >
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
