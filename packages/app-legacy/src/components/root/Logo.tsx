import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    marginBottom: -14,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    marginLeft: 20,
    color: '#ffffff',
    fontSize: 20,
    fontWeight: 600,
  },
});

export function Logo() {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();

  return (
    <div className={classes.root}>
      <Link
        to="/"
        underline="none"
        className={classes.link}
        aria-label="Fairlead, home"
      >
        <img src="/favicon.svg" alt="" width={32} height={32} />
        {isOpen && 'Fairlead'}
      </Link>
    </div>
  );
}
