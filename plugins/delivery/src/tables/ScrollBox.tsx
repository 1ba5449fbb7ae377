import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      overflow: 'auto',
      // Keeps the table head in view while the rows scroll.
      '& thead th': {
        position: 'sticky',
        top: 0,
        zIndex: 1,
        backgroundColor: theme.palette.background.paper,
        whiteSpace: 'nowrap',
      },
      '& td, & th': { fontVariantNumeric: 'tabular-nums' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'FairleadScrollBox' },
);

/** A table that scrolls by itself where the page is too narrow or the table too long, by keyboard too. */
export function ScrollBox(props: {
  label: string;
  maxHeight?: number;
  children: ReactNode;
}) {
  const { label, maxHeight, children } = props;
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      style={{ maxHeight }}
      role="region"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      {children}
    </div>
  );
}
