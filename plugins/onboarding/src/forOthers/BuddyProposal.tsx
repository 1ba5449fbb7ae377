import {
  anchors,
  MyJourneys,
} from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useAddressed } from '../links';
import { MutationError, useJourneyMutation, useMayUpdate } from '../mutations';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1, 0), overflowWrap: 'anywhere' },
    actions: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'FairleadBuddyProposal' },
);

/** The reader is asked to be somebody's buddy: yes, or somebody else. */
export function BuddyProposal(props: {
  proposal: MyJourneys['buddyProposals'][number];
  component: 'li' | 'div';
}) {
  const { component: Root } = props;
  const { journeyId, userRef, trackTitle } = props.proposal;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const mayUpdate = useMayUpdate();
  const { ref } = useAddressed<HTMLLIElement & HTMLDivElement>(
    anchors.buddy(journeyId),
  );
  const user = useEntityPresentation(userRef).primaryTitle;
  const reply = useJourneyMutation((api, answer: 'accept' | 'pass') =>
    api.answerBuddy(journeyId, { answer }),
  );
  return (
    <Root ref={ref} tabIndex={-1} className={classes.root}>
      <Typography variant="body1" component="div" gutterBottom>
        {t('forOthers.buddy.asked', {
          user: <EntityName entityRef={userRef} />,
          track: trackTitle,
        })}
      </Typography>
      {mayUpdate && (
        <div className={classes.actions}>
          {(['accept', 'pass'] as const).map(answer => (
            <Button
              key={answer}
              size="small"
              variant={answer === 'accept' ? 'contained' : 'outlined'}
              color={answer === 'accept' ? 'primary' : 'default'}
              disabled={reply.isPending}
              aria-label={t(`forOthers.buddy.${answer}Label`, { user })}
              onClick={() => reply.mutate(answer)}
            >
              {t(`forOthers.buddy.${answer}`)}
            </Button>
          ))}
        </div>
      )}
      <MutationError error={reply.error} />
    </Root>
  );
}
