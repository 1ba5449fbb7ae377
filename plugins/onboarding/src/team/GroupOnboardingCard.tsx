import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { TeamOnboarding } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTeam } from '../api/queries';
import { StuckLine } from '../figures';
import { EntityName } from '../person';
import { Loaded } from '../states';
import { onboardingTranslationRef } from '../translation';
import { isNothingKnown } from './isNothingKnown';
import { NothingKnown } from './NothingKnown';
import { RolesUnfilled } from './RolesUnfilled';
import { TeamSentence } from './TeamSentence';
import { TeamTimes } from './TeamTimes';
import { useGroupOnboardingLink } from './useGroupOnboardingLink';

/** What is told on the card; the rest is on the tab. */
const ROWS = 3;

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
      overflowWrap: 'anywhere',
    },
    list: {
      ...theme.typography.body2,
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadGroupOnboarding' },
);

/**
 * Who of a team is on a track as far as the reader may know, how long that takes, and what holds people up.
 *
 * @public
 */
export const GroupOnboardingCard = () => {
  const { entity } = useEntity();
  const teamRef = stringifyEntityRef(entity);
  const query = useTeam(teamRef);
  const linkTo = useGroupOnboardingLink();
  const { t } = useTranslationRef(onboardingTranslationRef);
  return (
    <EntityInfoCard
      title={t('team.title')}
      headerActions={<Link to={linkTo(teamRef)}>{t('team.viewAll')}</Link>}
    >
      <Loaded query={query} skeleton={<Skeleton variant="rect" height={160} />}>
        {team =>
          isNothingKnown(team) ? <NothingKnown /> : <TeamBody team={team} />
        }
      </Loaded>
    </EntityInfoCard>
  );
};

function TeamBody(props: { team: TeamOnboarding }) {
  const { team } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const stuck = team.tasks
    .filter(({ stuckShare = 0 }) => stuckShare > 0)
    .slice(0, ROWS);
  return (
    <div className={classes.root}>
      <div>
        <TeamSentence team={team} />
        {team.helpRequests.length > 0 && (
          <Typography variant="body1">
            {t('team.helpCount', { count: team.helpRequests.length })}
          </Typography>
        )}
      </div>
      {team.journeys.length > 0 && (
        <ul className={classes.list} aria-label={t('team.people')}>
          {team.journeys
            .slice(0, ROWS)
            .map(({ userRef, trackRef, title, state, startAt }) => (
              <li key={`${userRef} ${trackRef} ${startAt}`}>
                <EntityName entityRef={userRef} /> ·{' '}
                {t(`states.journey.${state}`)} · <bdi>{title}</bdi>
              </li>
            ))}
        </ul>
      )}
      <TeamTimes team={team} />
      {stuck.length > 0 && (
        <div>
          <Typography variant="subtitle2" component="h3">
            {t('team.stuck')}
          </Typography>
          <ul className={classes.list}>
            {stuck.map(task => (
              <li key={`${task.milestoneId}/${task.taskId}`}>
                <bdi>{task.title}</bdi>: <StuckLine figures={task} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {team.rolesUnfilled.length > 0 && (
        <div>
          <Typography variant="subtitle2" component="h3">
            {t('team.roles')}
          </Typography>
          <RolesUnfilled roles={team.rolesUnfilled} />
        </div>
      )}
    </div>
  );
}
