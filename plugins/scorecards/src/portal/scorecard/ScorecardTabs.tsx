import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { PageTabs, useTranslationRef } from '@fairlead/frontend-parts';
import { ReactNode } from 'react';
import { scorecardRouteRef } from '../../routes';
import { scorecardsTranslationRef } from '../../translation';
import { SCORECARD_TABS, ScorecardTab, scorecardTabPath } from './tabs';

/** The tabs of a scorecard; which one is open stands in the path. */
export function ScorecardTabs(props: {
  scorecardRef: string;
  tab: ScorecardTab;
  children: ReactNode;
}) {
  const { namespace, name } = parseEntityRef(props.scorecardRef);
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const base = useRouteRef(scorecardRouteRef)({ namespace, name });
  return (
    <PageTabs
      idPrefix="scorecard"
      label={t('portal.tabs.label')}
      tabs={SCORECARD_TABS.map(id => ({
        id,
        title: t(`portal.tabs.${id}`),
        path: scorecardTabPath(base, id),
      }))}
      open={props.tab}
    >
      {props.children}
    </PageTabs>
  );
}
