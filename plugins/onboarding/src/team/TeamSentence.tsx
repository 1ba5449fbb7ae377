import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { onboardingTranslationRef } from '../translation';

/** How many are on the way, as far as that is told. */
export function TeamSentence(props: { team: TeamOnboarding }) {
  const { onTheWay } = props.team;
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <Typography variant="body1" gutterBottom>
      {onTheWay === undefined
        ? t('team.unknown')
        : t('team.onTheWay', { count: onTheWay })}
    </Typography>
  );
}
