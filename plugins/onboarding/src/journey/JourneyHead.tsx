import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { Day, RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { DateTime } from 'luxon';
import { EntityName } from '../person';
import { Progress } from '../progress';
import { onboardingTranslationRef } from '../translation';
import { isUnderWay } from './isUnderWay';
import { NewerVersion } from './NewerVersion';

/** Which journey it is, how far it is, and what there is to know about it. */
export function JourneyHead(props: { journey: Journey }) {
  const { journey } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const isSelf = journey.role === 'self';
  return (
    <header style={{ overflowWrap: 'anywhere' }}>
      {!isSelf && (
        <Typography variant="body1" component="p">
          {t('journey.of', {
            user: <EntityName entityRef={journey.userRef} />,
          })}
        </Typography>
      )}
      <Typography variant="h5" component="h2">
        <bdi>{journey.title}</bdi>
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t(`states.purpose.${journey.purpose}`)} · <When journey={journey} />
      </Typography>
      <Progress progress={journey.progress} />
      {isSelf && journey.startFrom === 'sign-in' && isUnderWay(journey) && (
        <Typography variant="body2" color="textSecondary" component="p">
          {t('journey.signIn')}
        </Typography>
      )}
      {journey.trackIsGone && isUnderWay(journey) && (
        <Typography variant="body2" component="p">
          {t('journey.gone')}
        </Typography>
      )}
      {journey.newerVersion !== undefined && isSelf && isUnderWay(journey) && (
        <NewerVersion journey={journey} newer={journey.newerVersion} />
      )}
    </header>
  );
}

function When(props: { journey: Journey }) {
  const { journey } = props;
  const { state, startAt, finishedAt, endedAt, role } = journey;
  const { t } = useTranslationRef(onboardingTranslationRef);
  if (state === 'finished' && finishedAt && role === 'self') {
    return (
      <>
        {t('journey.finishedAt', { when: <RelativeTime time={finishedAt} /> })}
      </>
    );
  }
  if (state === 'ended' && endedAt) {
    return (
      <>{t('journey.endedAt', { when: <RelativeTime time={endedAt} /> })}</>
    );
  }
  if (!isUnderWay(journey)) {
    return <>{t(`states.journey.${state}`)}</>;
  }
  const today = DateTime.now().startOf('day');
  const start = DateTime.fromISO(startAt).startOf('day');
  const day = Math.floor(today.diff(start, 'days').days) + 1;
  return day >= 1 ? (
    <>{t('journey.day', { day })}</>
  ) : (
    <>{t('journey.starts', { day: <Day time={startAt} /> })}</>
  );
}
