import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  { root: { overflowWrap: 'anywhere' } },
  { name: 'FairleadEmptyPanel' },
);

/** Nothing to show, why, and what to do next. @public */
export function EmptyPanel(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Box py={1} className={classes.root}>
      <Typography variant="body1" gutterBottom>
        {props.title}
      </Typography>
      {props.children && (
        <Typography variant="body2" color="textSecondary" component="div">
          {props.children}
        </Typography>
      )}
      {props.action && <Box mt={2}>{props.action}</Box>}
    </Box>
  );
}
