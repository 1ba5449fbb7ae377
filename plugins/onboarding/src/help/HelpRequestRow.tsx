import {
  anchors,
  HelpRequest,
} from '@fairlead/backstage-plugin-onboarding-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useAddressed } from '../links';
import { EntityName } from '../person';
import { onboardingTranslationRef } from '../translation';
import { HelpQuestion } from './HelpQuestion';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadHelpRequestRow' },
);

/** A call for help: who is stuck on what, and the question itself. */
export function HelpRequestRow(props: { request: HelpRequest }) {
  const { request } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(onboardingTranslationRef);
  const { ref } = useAddressed<HTMLLIElement>(anchors.help(request.id));
  return (
    <li ref={ref} tabIndex={-1} className={classes.root}>
      <Typography variant="body1" component="div">
        {t('forOthers.help.asks', {
          who: request.askedBy ? (
            <EntityName entityRef={request.askedBy} />
          ) : (
            t('forOthers.help.somebody')
          ),
          task: request.taskTitle,
          when: <RelativeTime time={request.askedAt} />,
        })}
      </Typography>
      <HelpQuestion request={request} />
    </li>
  );
}
