import { PageTabs, useTranslationRef } from '@fairlead/frontend-parts';
import { ReactNode } from 'react';
import { usePageLinks } from '../links';
import { onboardingTranslationRef } from '../translation';

const TABS = ['mine', 'tracks'] as const;

/** The parts of the portal page; which one is open stands in the path. */
export function OnboardingTabs(props: {
  tab: (typeof TABS)[number];
  children: ReactNode;
}) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  return (
    <PageTabs
      idPrefix="onboarding"
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
