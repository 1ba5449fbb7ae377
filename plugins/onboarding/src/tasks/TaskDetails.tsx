import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';
import { DocsVotes } from './DocsVotes';
import { HelpState } from './HelpState';
import { MainAction } from './MainAction';
import { StuckButton } from './StuckButton';
import { TaskDescription } from './TaskDescription';
import { useVerifiedByWords } from './useVerifiedByWords';
import { WaiveButton } from './WaiveButton';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(0.5, 0, 1.5) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadTaskDetails' },
);

/** All of a task: what it is about, who does it, how it is verified, whom to ask, and what one can do. */
export function TaskDetails(props: {
  journeyId: string;
  task: JourneyTask;
  isMine: boolean;
}) {
  const { journeyId, task, isMine } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const sayVerifiedBy = useVerifiedByWords();
  const isLeft = task.state === 'open' || task.state === 'locked';
  return (
    <div className={classes.root}>
      <TaskDescription task={task} />
      {isLeft && (
        <Typography variant="body2">{sayVerifiedBy(task, isMine)}</Typography>
      )}
      {task.isLong && !task.help && (
        <Typography variant="body2">{t('tasks.long')}</Typography>
      )}
      {task.for !== 'newcomer' && <Doers doers={task.doers} />}
      <Typography variant="body2" color="textSecondary" component="div">
        {t('tasks.owner', { owner: <EntityName entityRef={task.ownerRef} /> })}
      </Typography>
      <HelpState journeyId={journeyId} task={task} isMine={isMine} />
      <div className={classes.actions}>
        <MainAction journeyId={journeyId} task={task} size="small" />
        <StuckButton journeyId={journeyId} task={task} size="small" />
        <WaiveButton journeyId={journeyId} task={task} />
      </div>
      <DocsVotes journeyId={journeyId} task={task} />
    </div>
  );
}

function Doers(props: { doers: readonly string[] }) {
  const { doers } = props;
  const { t } = useTranslationRef(onboardingTranslationRef);
  const names = doers.map((doer, index) => (
    <Fragment key={doer}>
      {index > 0 && ', '}
      <EntityName entityRef={doer} />
    </Fragment>
  ));
  return (
    <Typography variant="body2" color="textSecondary" component="div">
      {doers.length > 0
        ? t('tasks.doneBy', { doers: <>{names}</> })
        : t('tasks.nobody')}
    </Typography>
  );
}
