import { useRouteRef } from '@backstage/core-plugin-api';
import { PageTabs, useTranslationRef } from '@fairlead/frontend-parts';
import { ReactNode } from 'react';
import { rootRouteRef, sourcesRouteRef } from '../routes';
import { deliveryTranslationRef } from '../translation';

/** The parts of the portal page; which one is open stands in the path. */
export function DeliveryTabs(props: {
  tab: 'overview' | 'sources';
  children: ReactNode;
}) {
  const { t } = useTranslationRef(deliveryTranslationRef);
  const overview = useRouteRef(rootRouteRef)();
  const sources = useRouteRef(sourcesRouteRef)();
  return (
    <PageTabs
      idPrefix="delivery"
      label={t('portal.tabs.label')}
      tabs={[
        { id: 'overview', title: t('portal.tabs.overview'), path: overview },
        { id: 'sources', title: t('portal.tabs.sources'), path: sources },
      ]}
      open={props.tab}
    >
      {props.children}
    </PageTabs>
  );
}
