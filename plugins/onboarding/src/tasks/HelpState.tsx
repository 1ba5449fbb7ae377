import { JourneyTask } from '@fairlead/backstage-plugin-onboarding-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { HelpQuestion } from '../help';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { margin: theme.spacing(1, 0), overflowWrap: 'anywhere' },
    answer: {
      ...theme.typography.body1,
      margin: theme.spacing(0.5, 0, 1),
      paddingInlineStart: theme.spacing(1.5),
      borderInlineStart: `3px solid ${theme.palette.divider}`,
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'FairleadHelpState' },
);

/** What became of a call for help on a task, and the button to say that one goes on. */
export function HelpState(props: {
  journeyId: string;
  task: Pick<JourneyTask, 'id' | 'help' | 'can'>;
  /** The reader is the one who asked. */
  isMine: boolean;
}) {
  const { journeyId, task, isMine } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const solve = useJourneyMutation(api => api.solveHelp(journeyId, task.id));
  const { help } = task;
  if (!help) {
    return null;
  }
  if (help.solvedAt) {
    return isMine ? (
      <Typography variant="body2" color="textSecondary">
        {t('tasks.help.solved', {
          when: <RelativeTime time={help.solvedAt} />,
        })}
      </Typography>
    ) : null;
  }
  return (
    <div className={classes.root} role="status">
      <Typography variant="body2" component="div">
        {t(isMine ? 'tasks.help.waiting' : 'tasks.help.waitingOther', {
          to: <EntityName entityRef={help.toRef} />,
          when: <RelativeTime time={help.askedAt} />,
        })}
      </Typography>
      {!isMine && <HelpQuestion request={help} />}
      {help.reply && isMine && (
        <>
          <Typography variant="body2" component="div">
            {t('tasks.help.answered', {
              by: <EntityName entityRef={help.reply.by} />,
              when: <RelativeTime time={help.reply.at} />,
            })}
          </Typography>
          <p dir="auto" className={classes.answer}>
            {help.reply.text}
          </p>
        </>
      )}
      {isMine && mayUpdate && (
        <Button
          variant="outlined"
          size="small"
          disabled={solve.isPending}
          onClick={() => solve.mutate()}
        >
          {t('tasks.help.solve')}
        </Button>
      )}
      <MutationError error={solve.error} />
    </div>
  );
}
