import { PageTabs, useTranslationRef } from '@fairlead/frontend-parts';
import { ReactNode } from 'react';
import { usePageLinks } from '../links';
import { runbooksTranslationRef } from '../translation';

const TABS = ['runbooks', 'coverage', 'incidents'] as const;

/** The lists of the portal page; which one is open stands in the path. */
export function RunbooksTabs(props: {
  tab: (typeof TABS)[number];
  children: ReactNode;
}) {
  const { t } = useTranslationRef(runbooksTranslationRef);
  const links = usePageLinks();
  return (
    <PageTabs
      idPrefix="runbooks"
      label={t('portal.tabs.label')}
      tabs={TABS.map(id => ({
        id,
        title: t(`portal.tabs.${id}`),
        path: links[id](),
      }))}
      open={props.tab}
    >
      {props.children}
    </PageTabs>
  );
}
