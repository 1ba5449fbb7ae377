import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { scorecardRouteRef } from '../../routes';
import { scorecardsTranslationRef } from '../../translation';
import { SCORECARD_TABS, ScorecardTab, scorecardTabPath } from './tabs';

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
  { name: 'FairleadScorecardTabs' },
);

/** The tabs of a scorecard; which one is open stands in the path. */
export function ScorecardTabs(props: {
  scorecardRef: string;
  tab: ScorecardTab;
  children: ReactNode;
}) {
  const { namespace, name } = parseEntityRef(props.scorecardRef);
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const base = useRouteRef(scorecardRouteRef)({ namespace, name });
  return (
    <>
      <Tabs
        value={props.tab}
        aria-label={t('portal.tabs.label')}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        className={classes.tabs}
      >
        {SCORECARD_TABS.map(tab => (
          <Tab
            key={tab}
            value={tab}
            id={`scorecard-tab-${tab}`}
            aria-controls={tab === props.tab ? 'scorecard-panel' : undefined}
            label={t(`portal.tabs.${tab}`)}
            className={classes.tab}
            component={RouterLink}
            to={scorecardTabPath(base, tab)}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id="scorecard-panel"
        aria-labelledby={`scorecard-tab-${props.tab}`}
      >
        {props.children}
      </div>
    </>
  );
}
