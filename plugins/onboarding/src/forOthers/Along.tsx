import { Link } from '@backstage/core-components';
import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { usePageLinks } from '../links';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

/** With whom the reader goes along, and how far these are. */
export function Along(props: { buddyOf: NonNullable<MyJourneys['buddyOf']> }) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  return (
    <section style={{ overflowWrap: 'anywhere' }}>
      <Typography variant="h6" component="h3">
        {t('forOthers.along.title')}
      </Typography>
      <ul>
        {props.buddyOf.map(({ journeyId, userRef, trackTitle, progress }) => (
          <Typography key={journeyId} component="li" variant="body1">
            <EntityName entityRef={userRef} />
            {' · '}
            <Link to={links.journey(journeyId)}>
              <bdi>{trackTitle}</bdi>
            </Link>
            {' · '}
            {progress.total > 0
              ? t('progress.done', {
                  done: progress.done,
                  total: progress.total,
                })
              : t('progress.nothing')}
          </Typography>
        ))}
      </ul>
    </section>
  );
}
