import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: { ...theme.typography.body2, marginTop: theme.spacing(1.5) },
  }),
  { name: 'FairleadTeamPart' },
);

/** A part of the card under a small heading. */
export function Part(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h3">
        {props.title}
      </Typography>
      {props.children}
    </div>
  );
}
