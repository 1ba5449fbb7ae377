import { MyJourneys } from '@fairlead/backstage-plugin-onboarding-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { HelpRequestRow } from '../help';
import { onboardingTranslationRef } from '../translation';
import { Along } from './Along';
import { BuddyProposal } from './BuddyProposal';
import { OthersTasks } from './OthersTasks';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
    list: { margin: 0, padding: 0, listStyle: 'none' },
  }),
  { name: 'FairleadForMe' },
);

/** What others wait for: an answer, a yes or no, or a task; and with whom one goes along. Nothing where there is nothing. */
export function ForMe(props: { mine: MyJourneys }) {
  const {
    tasksForOthers,
    buddyProposals,
    helpRequests,
    buddyOf = [],
  } = props.mine;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const isWaitedFor =
    tasksForOthers.length + buddyProposals.length + helpRequests.length > 0;
  return (
    <>
      {isWaitedFor && (
        <section className={classes.root}>
          <Typography variant="h6" component="h3">
            {t('forOthers.title')}
          </Typography>
          {helpRequests.length + buddyProposals.length > 0 && (
            <ul className={classes.list}>
              {helpRequests.map(request => (
                <HelpRequestRow key={request.id} request={request} />
              ))}
              {buddyProposals.map(proposal => (
                <BuddyProposal
                  key={proposal.journeyId}
                  proposal={proposal}
                  component="li"
                />
              ))}
            </ul>
          )}
          <OthersTasks tasks={tasksForOthers} />
        </section>
      )}
      {buddyOf.length > 0 && <Along buddyOf={buddyOf} />}
    </>
  );
}
