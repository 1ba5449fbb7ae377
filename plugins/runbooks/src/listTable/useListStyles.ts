import { makeStyles } from '@material-ui/core/styles';

/** The looks of a list. One hook for all its cells, called once, since there are thousands of them. */
export const useListStyles = makeStyles(
  theme => ({
    table: {
      ...theme.typography.body2,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    stale: { opacity: 0.6 },
    row: {
      display: 'grid',
      gridTemplateColumns: 'var(--list-columns)',
      alignItems: 'start',
      columnGap: theme.spacing(2),
      padding: theme.spacing(0.75, 1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('sm')]: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: theme.spacing(0.5, 2),
        padding: theme.spacing(1, 1.5),
      },
    },
    bodyRow: {
      '&:hover': { backgroundColor: theme.palette.action.hover },
    },
    header: {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      borderTop: 'none',
      borderRadius: 'inherit',
      backgroundColor: theme.palette.background.paper,
      boxShadow: `0 1px 0 ${theme.palette.divider}`,
      color: theme.palette.text.secondary,
      [theme.breakpoints.down('sm')]: {
        position: 'absolute',
        width: 1,
        height: 1,
        padding: 0,
        overflow: 'hidden',
        clip: 'rect(0 0 0 0)',
      },
    },
    cell: {
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    nothing: { [theme.breakpoints.down('sm')]: { display: 'none' } },
    cellTitle: {
      display: 'none',
      [theme.breakpoints.down('sm')]: {
        display: 'block',
        ...theme.typography.caption,
        color: theme.palette.text.secondary,
      },
    },
    name: {
      [theme.breakpoints.down('sm')]: { flexBasis: '100%', fontWeight: 600 },
    },
    wide: { [theme.breakpoints.down('sm')]: { flexBasis: '100%' } },
    number: {
      fontVariantNumeric: 'tabular-nums',
      [theme.breakpoints.up('md')]: { textAlign: 'end' },
    },
  }),
  { name: 'FairleadRunbooksList' },
);
