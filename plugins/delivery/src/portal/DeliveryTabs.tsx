import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { rootRouteRef, sourcesRouteRef } from '../routes';
import { deliveryTranslationRef } from '../translation';

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
  { name: 'FairleadDeliveryTabs' },
);

type DeliveryTab = 'overview' | 'sources';

/** The parts of the portal page; which one is open stands in the path. */
export function DeliveryTabs(props: { tab: DeliveryTab; children: ReactNode }) {
  const classes = useStyles();
  const { t } = useTranslationRef(deliveryTranslationRef);
  const paths: Record<DeliveryTab, string> = {
    overview: useRouteRef(rootRouteRef)(),
    sources: useRouteRef(sourcesRouteRef)(),
  };
  return (
    <>
      <Tabs
        value={props.tab}
        aria-label={t('portal.tabs.label')}
        indicatorColor="primary"
        className={classes.tabs}
      >
        {(['overview', 'sources'] as const).map(tab => (
          <Tab
            key={tab}
            value={tab}
            id={`delivery-tab-${tab}`}
            aria-controls={tab === props.tab ? 'delivery-panel' : undefined}
            label={t(`portal.tabs.${tab}`)}
            className={classes.tab}
            component={RouterLink}
            to={paths[tab]}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id="delivery-panel"
        aria-labelledby={`delivery-tab-${props.tab}`}
      >
        {props.children}
      </div>
    </>
  );
}
