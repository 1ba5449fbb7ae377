import { makeStyles } from '@material-ui/core/styles';

/** The looks of the small forms of the page: fields in a row that wraps. */
export const useFormStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
    /** As wide as its label, which would break above a shorter value. */
    choice: { minWidth: 170 },
    wide: { flex: '1 1 220px' },
  }),
  { name: 'FairleadIncidentForm' },
);
