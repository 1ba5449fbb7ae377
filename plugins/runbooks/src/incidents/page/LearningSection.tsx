import { IncidentDetail } from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import UncheckedIcon from '@material-ui/icons/RadioButtonUnchecked';
import { runbooksTranslationRef } from '../../translation';
import { LearningLabel } from '../LearningLabel';
import { LinkedChanges, NothingToChange } from './changes';
import { Review } from './review';
import { Section } from './Section';

const useStyles = makeStyles(
  theme => ({
    steps: {
      ...theme.typography.body2,
      margin: theme.spacing(1, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadLearningSection' },
);

/** How far the learning is, what closes it, the review, and what was changed because of it. */
export function LearningSection(props: { incident: IncidentDetail }) {
  const { incident } = props;
  const { review, changes, learning } = incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const isPublished = Boolean(review?.publishedAt);
  const isAnswered = changes.length > 0 || Boolean(review?.nothingToChange);
  return (
    <Section title={t('incidents.review.title')}>
      <LearningLabel learning={learning} />
      {learning.reason && (
        <Typography variant="body2" color="textSecondary">
          <bdi>{learning.reason}</bdi>
        </Typography>
      )}
      <ul className={classes.steps} aria-label={t('incidents.review.steps')}>
        <li>
          <Step
            isDone={isPublished}
            done={t('incidents.review.published')}
            open={t('incidents.review.notPublished')}
          />
        </li>
        <li>
          <Step
            isDone={isAnswered}
            done={t('incidents.review.changed')}
            open={t('incidents.review.notChanged')}
          />
        </li>
      </ul>
      <Review incident={incident} />
      <LinkedChanges incident={incident} />
      <NothingToChange incident={incident} />
    </Section>
  );
}

function Step(props: { isDone: boolean; done: string; open: string }) {
  return props.isDone ? (
    <StateLabel icon={CheckCircleIcon} tone="good">
      {props.done}
    </StateLabel>
  ) : (
    <StateLabel icon={UncheckedIcon} tone="quiet">
      {props.open}
    </StateLabel>
  );
}
