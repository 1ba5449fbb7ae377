import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

/** Nothing to show, why, and what to do next. @public */
export function EmptyPanel(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Box py={1}>
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
