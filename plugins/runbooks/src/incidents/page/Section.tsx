import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      padding: theme.spacing(2),
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'FairleadIncidentSection' },
);

/** A part of the page with its heading. */
export function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const id = useId();
  return (
    <Paper
      component="section"
      variant="outlined"
      aria-labelledby={id}
      className={classes.root}
    >
      <Typography id={id} variant="h6" component="h2" gutterBottom>
        {props.title}
      </Typography>
      {props.children}
    </Paper>
  );
}
