import { HelpRequest } from '@fairlead/backstage-plugin-onboarding-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useMayUpdate } from '../mutations';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';
import { ReplyDialog } from './ReplyDialog';

const ANSWERS = ['tried', 'errorSays', 'ifNobodyWereHere'] as const;

const useStyles = makeStyles(
  theme => ({
    answers: { ...theme.typography.body2, margin: theme.spacing(0.5, 0, 1) },
    question: { color: theme.palette.text.secondary },
    answer: {
      margin: theme.spacing(0, 0, 0.5),
      whiteSpace: 'pre-wrap',
    },
  }),
  { name: 'FairleadHelpQuestion' },
);

/** What somebody who is stuck says in their three answers, and the button to answer them. */
export function HelpQuestion(props: { request: HelpRequest }) {
  const { request } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <dl className={classes.answers}>
        {ANSWERS.map(answer => (
          <div key={answer}>
            <dt className={classes.question}>
              {t(`forOthers.help.${answer}`)}
            </dt>
            <dd className={classes.answer} dir="auto">
              {request[answer]}
            </dd>
          </div>
        ))}
      </dl>
      <Typography variant="body2" gutterBottom>
        {t(`forOthers.help.${request.missing}`)}
      </Typography>
      {request.reply ? (
        <Typography variant="body2" color="textSecondary" component="div">
          {t('forOthers.help.answered', {
            by: <EntityName entityRef={request.reply.by} />,
            when: <RelativeTime time={request.reply.at} />,
          })}
        </Typography>
      ) : (
        mayUpdate && (
          <Button
            size="small"
            variant="outlined"
            color="primary"
            aria-label={t('forOthers.help.replyLabel', {
              task: request.taskTitle,
            })}
            onClick={() => setIsOpen(true)}
          >
            {t('forOthers.help.reply')}
          </Button>
        )
      )}
      {isOpen && (
        <ReplyDialog request={request} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}
