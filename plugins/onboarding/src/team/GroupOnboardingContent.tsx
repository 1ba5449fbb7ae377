import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { PageContrast, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTeam } from '../api/queries';
import { TaskFiguresTable } from '../figures';
import { HelpRequestRow } from '../help';
import { LedTracks } from '../leading';
import { Loaded } from '../states';
import { onboardingTranslationRef } from '../translation';
import { isNothingKnown } from './isNothingKnown';
import { NothingKnown } from './NothingKnown';
import { RolesUnfilled } from './RolesUnfilled';
import { TeamPeople } from './TeamPeople';
import { TeamSentence } from './TeamSentence';
import { TeamTimes } from './TeamTimes';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      // Never wider than the page, even when a table inside is.
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(3),
    },
    list: { margin: 0, padding: 0, listStyle: 'none' },
    below: { marginTop: theme.spacing(1.5) },
  }),
  { name: 'FairleadGroupOnboardingContent' },
);

/**
 * The onboarding of a team: who is on a track, with what those who answer for it can do, times, tasks, roles that nobody has,
 * and calls for help.
 *
 * @public
 */
export const GroupOnboardingContent = () => {
  const { entity } = useEntity();
  const query = useTeam(stringifyEntityRef(entity));
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={320} />}>
        {team =>
          isNothingKnown(team) ? (
            <PageContrast>
              <NothingKnown />
            </PageContrast>
          ) : (
            <TeamBody team={team} />
          )
        }
      </Loaded>
    </div>
  );
};

function TeamBody(props: { team: TeamOnboarding }) {
  const { team } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <>
      {team.helpRequests.length > 0 && (
        <InfoCard title={t('team.help')}>
          <ul className={classes.list}>
            {team.helpRequests.map(request => (
              <HelpRequestRow key={request.id} request={request} />
            ))}
          </ul>
        </InfoCard>
      )}
      {isAnybodyTold(team) && (
        <InfoCard title={t('team.people')}>
          <TeamSentence team={team} />
          {team.journeys.length > 0 && <TeamPeople journeys={team.journeys} />}
          <Typography
            variant="body2"
            color="textSecondary"
            className={classes.below}
          >
            {t('team.peopleHidden')}
          </Typography>
        </InfoCard>
      )}
      {team.ledTracks && (
        <InfoCard title={t('leading.title')}>
          <LedTracks tracks={team.ledTracks} />
        </InfoCard>
      )}
      <InfoCard title={t('team.times')}>
        <TeamTimes team={team} />
      </InfoCard>
      <InfoCard title={t('team.stuck')}>
        <TaskFiguresTable tasks={team.tasks} />
      </InfoCard>
      {team.rolesUnfilled.length > 0 && (
        <InfoCard title={t('team.roles')}>
          <RolesUnfilled roles={team.rolesUnfilled} />
        </InfoCard>
      )}
    </>
  );
}

/** Those who answer for a track see names below; a sentence above that fewer than five are not told would be at odds with it. */
function isAnybodyTold({
  journeys,
  ledTracks,
  onTheWay,
}: TeamOnboarding): boolean {
  return journeys.length > 0 || onTheWay !== undefined || !ledTracks;
}
