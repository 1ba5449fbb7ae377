import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeftIcon from '@material-ui/icons/ChevronLeft';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      display: 'inline-flex',
      alignItems: 'center',
      marginBottom: theme.spacing(1),
      '[dir="rtl"] & svg': { transform: 'scaleX(-1)' },
    },
  }),
  { name: 'FairleadBackLink' },
);

/** From a page to the list in which it stands. @public */
export function BackLink(props: { to: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Link to={props.to} className={classes.root}>
      <ChevronLeftIcon fontSize="small" aria-hidden />
      {props.children}
    </Link>
  );
}
