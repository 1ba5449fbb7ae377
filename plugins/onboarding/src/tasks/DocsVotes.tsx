import {
  DocsVote,
  JourneyTask,
  VoteOnDocs,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { onboardingTranslationRef } from '../translation';
import { VoteDialog } from './VoteDialog';

const VOTES: readonly DocsVote[] = ['found', 'wrong', 'missing'];

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadDocsVotes' },
);

/** Whether the documentation of a task helped. What is wrong or missing is told to those who write it. */
export function DocsVotes(props: { journeyId: string; task: JourneyTask }) {
  const { journeyId, task } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const [asked, setAsked] = useState<'wrong' | 'missing'>();
  const vote = useJourneyMutation((api, said: VoteOnDocs) =>
    api.voteOnDocs(journeyId, task.id, said),
  );
  if (!task.can.includes('vote') || !mayUpdate) {
    return null;
  }
  const choose = (said: DocsVote) =>
    said === 'found' ? vote.mutate({ vote: said }) : setAsked(said);
  return (
    <>
      <div
        className={classes.root}
        role="group"
        aria-label={t('tasks.vote.question')}
      >
        <Typography variant="body2" component="span">
          {t('tasks.vote.question')}
        </Typography>
        {VOTES.map(said => (
          <Button
            key={said}
            size="small"
            variant={task.vote === said ? 'contained' : 'outlined'}
            aria-pressed={task.vote === said}
            disabled={vote.isPending}
            onClick={() => choose(said)}
          >
            {t(`tasks.vote.${said}`)}
          </Button>
        ))}
      </div>
      {task.vote && (
        <Typography variant="body2" color="textSecondary" role="status">
          {t('tasks.vote.thanks')}
        </Typography>
      )}
      <MutationError error={asked ? null : vote.error} />
      {asked && (
        <VoteDialog
          vote={asked}
          mutation={vote}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
