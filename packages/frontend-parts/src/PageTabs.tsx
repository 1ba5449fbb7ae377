import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';

const useStyles = makeStyles(
  theme => ({
    tabs: {
      borderBottom: `1px solid ${theme.palette.divider}`,
      marginBottom: theme.spacing(2),
    },
    tab: {
      minWidth: 0,
      padding: theme.spacing(1, 2),
      textTransform: 'none',
      '&:focus-visible': { outline: 'auto', outlineOffset: -2 },
    },
  }),
  { name: 'FairleadPageTabs' },
);

/** The parts of a page as tabs, of which one is open; which one stands in the path. @public */
export function PageTabs<TTab extends string>(props: {
  /** What the ids of its elements begin with. */
  idPrefix: string;
  label: string;
  tabs: readonly { id: TTab; title: string; path: string }[];
  open: TTab;
  children: ReactNode;
}) {
  const { idPrefix, open } = props;
  const classes = useStyles();
  const panelId = `${idPrefix}-panel`;
  const tabId = (tab: TTab) => `${idPrefix}-tab-${tab}`;
  return (
    <>
      <Tabs
        value={open}
        aria-label={props.label}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        className={classes.tabs}
      >
        {props.tabs.map(({ id, title, path }) => (
          <Tab
            key={id}
            value={id}
            id={tabId(id)}
            aria-controls={id === open ? panelId : undefined}
            label={title}
            className={classes.tab}
            component={RouterLink}
            to={path}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(open)}>
        {props.children}
      </div>
    </>
  );
}
