import { Link } from '@backstage/core-components';
import {
  Journey,
  MyJourneys,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useMine } from '../api/queries';
import { findNext } from '../journey/findNext';
import { isUnderWay } from '../journey/isUnderWay';
import { usePageLinks } from '../links';
import { Progress } from '../progress';
import { Loaded } from '../states';
import { MainAction, StuckButton, useVerifiedByWords } from '../tasks';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { overflowWrap: 'anywhere' },
    title: { ...theme.typography.h6, margin: theme.spacing(0, 0, 0.5) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      margin: theme.spacing(1, 0),
    },
  }),
  { name: 'FairleadHomeOnboarding' },
);

/**
 * The next task of the reader with the button that does it, and how much others wait for.
 *
 * @public
 */
export const HomeOnboarding = () => {
  const query = useMine();
  return (
    <Loaded query={query} skeleton={<Skeleton variant="rect" height={120} />}>
      {mine => <Body mine={mine} />}
    </Loaded>
  );
};

function Body(props: { mine: MyJourneys }) {
  const { mine } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const links = usePageLinks();
  const journey = mine.journeys.find(isUnderWay);
  const waiting =
    mine.helpRequests.length +
    mine.buddyProposals.length +
    mine.tasksForOthers.length;
  return (
    <div className={classes.root}>
      {journey && <Next journey={journey} />}
      {waiting > 0 && (
        <Typography variant="body1">
          {t('homeWidget.waiting', { count: waiting })}
        </Typography>
      )}
      {!journey && waiting === 0 && (
        <Typography variant="body1">
          {t(mine.isUnknown ? 'journey.unknown.title' : 'homeWidget.nothing')}
        </Typography>
      )}
      <Link to={links.mine()}>{t('homeWidget.open')}</Link>
    </div>
  );
}

function Next(props: { journey: Journey }) {
  const { journey } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const sayVerifiedBy = useVerifiedByWords();
  const { task } = findNext(journey);
  return (
    <>
      {task ? (
        <>
          <Typography variant="body2" color="textSecondary">
            {t('homeWidget.next', { track: journey.title })}
          </Typography>
          <p className={classes.title}>
            <bdi>{task.title}</bdi>
          </p>
          <Typography variant="body2">{sayVerifiedBy(task, true)}</Typography>
          <div className={classes.actions}>
            <MainAction journeyId={journey.id} task={task} size="small" />
            <StuckButton journeyId={journey.id} task={task} size="small" />
          </div>
        </>
      ) : (
        <Typography variant="body1">
          {t('homeWidget.nothingNow', { track: journey.title })}
        </Typography>
      )}
      <Progress progress={journey.progress} isShort />
    </>
  );
}
