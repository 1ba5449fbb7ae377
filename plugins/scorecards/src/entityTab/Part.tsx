import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: '6.5rem minmax(0, 1fr)',
      columnGap: theme.spacing(2),
      padding: theme.spacing(0.5, 0),
      ...theme.typography.body2,
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    label: { color: theme.palette.text.secondary },
    content: {
      overflowWrap: 'anywhere',
      '& p': { margin: 0 },
      '& p + p': { marginTop: theme.spacing(1) },
    },
  }),
  { name: 'FairleadPart' },
);

/** One labelled part of a check. To stand within a `dl`. */
export function Part(props: { label: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <dt className={classes.label}>{props.label}</dt>
      <dd className={classes.content} style={{ margin: 0 }}>
        {props.children}
      </dd>
    </div>
  );
}
