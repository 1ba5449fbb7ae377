import { LinkButton } from '@backstage/core-components';
import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { EmptyPanel, useTranslationRef } from '@fairlead/frontend-parts';
import { usePageLinks } from '../links';
import { onboardingTranslationRef } from '../translation';
import { StartTracks } from './StartTracks';

/** The reader is on no track: which ones they may start, or whom to ask. */
export function NoJourney(props: { startable: MyJourneys['startable'] }) {
  const { startable } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  return (
    <>
      <EmptyPanel
        title={t('journey.none.title')}
        action={
          <LinkButton to={links.tracks()} variant="outlined" size="small">
            {t('journey.none.tracks')}
          </LinkButton>
        }
      >
        {startable.length > 0 ? t('journey.none.start') : t('journey.none.ask')}
      </EmptyPanel>
      <StartTracks startable={startable} />
    </>
  );
}
