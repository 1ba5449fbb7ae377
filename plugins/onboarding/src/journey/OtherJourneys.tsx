import { Link } from '@backstage/core-components';
import { Journey } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { usePageLinks } from '../links';
import { onboardingTranslationRef } from '../translation';

/** The journeys that are not shown in full. */
export function OtherJourneys(props: { journeys: readonly Journey[] }) {
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  return (
    <Box mt={4} component="section" style={{ overflowWrap: 'anywhere' }}>
      <Typography variant="h6" component="h3">
        {t('journey.others.title')}
      </Typography>
      <ul>
        {props.journeys.map(({ id, title, state, progress }) => (
          <Typography key={id} component="li" variant="body1">
            <Link to={links.journey(id)}>
              <bdi>{title}</bdi>
            </Link>
            {' · '}
            {t(`states.journey.${state}`)}
            {progress.total > 0 && (
              <>
                {' · '}
                {t('progress.done', {
                  done: progress.done,
                  total: progress.total,
                })}
              </>
            )}
          </Typography>
        ))}
      </ul>
    </Box>
  );
}
