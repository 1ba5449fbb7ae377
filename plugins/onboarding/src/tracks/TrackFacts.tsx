import { TrackSummary } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

/** What a track is for, how much it is, how many are on it, and who looks after it. */
export function TrackFacts(props: { track: TrackSummary }) {
  const { purpose, tasks, onTheWay, ownerRef } = props.track;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const facts = [
    t(`states.purpose.${purpose}`),
    t('tracks.tasks', { count: tasks }),
    ...(onTheWay === undefined
      ? []
      : [t('tracks.onTheWay', { count: onTheWay })]),
  ];
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      {facts.join(' · ')}
      {' · '}
      {t('tracks.owner', { owner: <EntityName entityRef={ownerRef} /> })}
    </Typography>
  );
}
