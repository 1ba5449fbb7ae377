import { useTranslationRef } from '@fairlead/frontend-parts';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

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
  { name: 'FairleadRunbooksTabs' },
);

const TABS = ['runbooks', 'coverage', 'incidents'] as const;

/** The lists of the portal page; which one is open stands in the path. */
export function RunbooksTabs(props: {
  tab: (typeof TABS)[number];
  children: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <>
      <Tabs
        value={props.tab}
        aria-label={t('portal.tabs.label')}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="off"
        className={classes.tabs}
      >
        {TABS.map(tab => (
          <Tab
            key={tab}
            value={tab}
            id={`runbooks-tab-${tab}`}
            aria-controls={tab === props.tab ? 'runbooks-panel' : undefined}
            label={t(`portal.tabs.${tab}`)}
            className={classes.tab}
            component={RouterLink}
            to={links[tab]()}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id="runbooks-panel"
        aria-labelledby={`runbooks-tab-${props.tab}`}
      >
        {props.children}
      </div>
    </>
  );
}
