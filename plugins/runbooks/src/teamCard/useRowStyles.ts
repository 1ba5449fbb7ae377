import { makeStyles } from '@material-ui/core/styles';

/** The looks of the rows of the card. */
export const useRowStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
    text: { flex: '1 1 160px', minWidth: 0 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadTeamRow' },
);
