import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginTop: theme.spacing(3),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadHealthSection' },
);

/** A part of the health page under its heading. */
export function HealthSection(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <section className={classes.root}>
      <Typography variant="h6" component="h3" gutterBottom>
        {props.title}
      </Typography>
      {props.children}
    </section>
  );
}
