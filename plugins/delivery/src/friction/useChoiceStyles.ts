import { makeStyles } from '@material-ui/core/styles';

/** The look of choices that are radio buttons to a keyboard and buttons to the eye. */
export const useChoiceStyles = makeStyles(
  theme => ({
    choice: {
      position: 'relative',
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 1.5),
      ...theme.typography.body2,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    chosen: {
      borderColor: theme.palette.primary.main,
      boxShadow: `inset 0 0 0 1px ${theme.palette.primary.main}`,
    },
    radio: { margin: theme.spacing(0.5, 0, 0), accentColor: 'currentColor' },
    error: {
      ...theme.typography.caption,
      color: theme.palette.error.main,
      margin: theme.spacing(0.5, 0, 0),
    },
    fieldset: { border: 0, margin: 0, padding: 0, minWidth: 0 },
    legend: { ...theme.typography.body1, padding: theme.spacing(2, 0, 1) },
  }),
  { name: 'FairleadChoice' },
);
