import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr))',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadTileGrid' },
);

/** Tiles side by side, as many as there is room for. */
export function TileGrid(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <ul className={classes.root} aria-label={props.label}>
      {props.children}
    </ul>
  );
}
