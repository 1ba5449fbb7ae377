import { makeStyles } from '@material-ui/core/styles';

/** The looks of the table of teams. One hook for all its cells, called once, since there are hundreds of them. */
export const useTeamStyles = makeStyles(
  theme => ({
    table: { ...theme.typography.body2, marginTop: theme.spacing(1) },
    row: {
      display: 'grid',
      gridTemplateColumns: 'minmax(9rem, 1fr) minmax(0, 3fr) 5.5rem 4rem 9rem',
      alignItems: 'center',
      columnGap: theme.spacing(2),
      padding: theme.spacing(0.75, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('sm')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto auto',
        '& > :nth-child(2)': { gridColumn: '1 / -1', gridRow: 2 },
        '& > :nth-child(5)': { gridColumn: '1 / -1', gridRow: 3 },
      },
    },
    header: {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      borderTop: 'none',
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.secondary,
    },
    name: { minWidth: 0 },
    link: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    quiet: {
      color: theme.palette.text.secondary,
      fontSize: theme.typography.caption.fontSize,
    },
    number: {
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontVariantNumeric: 'tabular-nums',
    },
    hidden: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadTeams' },
);

export type TeamStyles = ReturnType<typeof useTeamStyles>;
