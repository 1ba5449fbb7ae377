import { BackLink, useTranslationRef } from '@fairlead/frontend-parts';
import { useParams } from 'react-router-dom';
import { useJourney } from '../api/queries';
import { usePageLinks } from '../links';
import { Loaded } from '../states';
import { onboardingTranslationRef } from '../translation';
import { JourneySkeleton } from './JourneySkeleton';
import { JourneyView } from './JourneyView';

/** One journey: of the reader, or of somebody whose buddy they are. */
export function JourneyPage() {
  const { id = '' } = useParams();
  const query = useJourney(id);
  const links = usePageLinks();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <>
      <BackLink to={links.mine()}>{t('portal.tabs.mine')}</BackLink>
      <Loaded query={query} skeleton={<JourneySkeleton />}>
        {journey => <JourneyView journey={journey} />}
      </Loaded>
    </>
  );
}
