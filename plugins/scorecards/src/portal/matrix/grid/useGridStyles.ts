import { makeStyles } from '@material-ui/core/styles';
import {
  COLUMN_HEADER_HEIGHT,
  GROUP_HEADER_HEIGHT,
  ROW_HEIGHT,
  WIDE_COLUMN_HEADER_HEIGHT,
} from './gridLayout';

/** The looks of the matrix. One hook for all its cells, called once, since there are thousands of them. */
export const useGridStyles = makeStyles(
  theme => ({
    scroller: {
      position: 'relative',
      overflow: 'auto',
      maxHeight: '75vh',
      minHeight: 320,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      ...theme.typography.body2,
      '& :focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    stale: { opacity: 0.6 },
    header: {
      position: 'sticky',
      top: 0,
      zIndex: 3,
      width: 'max-content',
      minWidth: '100%',
      backgroundColor: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    body: { position: 'relative', width: 'max-content', minWidth: '100%' },
    row: {
      display: 'grid',
      gridTemplateColumns: '260px 170px 170px 90px var(--matrix-checks)',
      width: 'max-content',
      minWidth: '100%',
      [theme.breakpoints.down('xs')]: {
        // Without owner and score, so that a check is in view.
        gridTemplateColumns: '120px 0 116px 0 var(--matrix-checks)',
      },
    },
    groupRow: { height: GROUP_HEADER_HEIGHT },
    columnRow: { height: COLUMN_HEADER_HEIGHT },
    wideColumnRow: { height: WIDE_COLUMN_HEADER_HEIGHT },
    bodyRow: {
      position: 'absolute',
      top: 0,
      left: 0,
      height: ROW_HEIGHT,
      borderBottom: `1px solid ${theme.palette.divider}`,
      '&:hover, &:hover $sticky': {
        backgroundColor: theme.palette.background.default,
      },
    },
    cell: {
      display: 'flex',
      alignItems: 'center',
      minWidth: 0,
      padding: theme.spacing(0, 1),
      overflow: 'hidden',
      '& > *': {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
    },
    spare: { [theme.breakpoints.down('xs')]: { padding: 0 } },
    sticky: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      backgroundColor: theme.palette.background.paper,
      borderRight: `1px solid ${theme.palette.divider}`,
    },
    heading: {
      alignItems: 'flex-end',
      paddingBottom: theme.spacing(1),
      fontWeight: 600,
    },
    groupHeading: {
      justifyContent: 'flex-start',
      borderLeft: `1px solid ${theme.palette.divider}`,
      fontWeight: 600,
      whiteSpace: 'nowrap',
    },
    firstOfGroup: { borderLeft: `1px solid ${theme.palette.divider}` },
    checkHeading: {
      display: 'flex',
      justifyContent: 'center',
      alignItems: 'flex-end',
      width: '100%',
      height: '100%',
      padding: theme.spacing(0, 0, 1),
      border: 0,
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
      '&[aria-pressed="true"]': {
        backgroundColor: theme.palette.action.selected,
        fontWeight: 600,
      },
      '&:hover': { backgroundColor: theme.palette.action.hover },
    },
    checkTitle: {
      // Two rotated lines; the full title shows on hover.
      maxWidth: '2.4em',
      maxHeight: COLUMN_HEADER_HEIGHT - 16,
      overflow: 'hidden',
      lineHeight: 1.2,
      textAlign: 'left',
      writingMode: 'vertical-rl',
      transform: 'rotate(180deg)',
    },
    wideCheckTitle: {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 3,
      padding: theme.spacing(0, 1),
      overflow: 'hidden',
      overflowWrap: 'anywhere',
      lineHeight: 1.2,
      textAlign: 'center',
    },
    announced: { fontStyle: 'italic', color: theme.palette.text.secondary },
    checkCell: { padding: 0 },
    status: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: '100%',
      height: '100%',
      padding: 0,
      border: 0,
      background: 'none',
      cursor: 'pointer',
      '&:hover': { backgroundColor: theme.palette.action.hover },
    },
    secondary: { color: theme.palette.text.secondary },
    number: {
      justifyContent: 'flex-end',
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'FairleadMatrixGrid' },
);

export type GridClasses = ReturnType<typeof useGridStyles>;
