import { InfoCard } from '@backstage/core-components';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  RunbookDetail,
  runbooksVerificationCreatePermission,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useNumberFormat, useTranslationRef } from '@fairlead/frontend-parts';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { HealthDetails, verdictOf } from '../health';
import { runbooksTranslationRef } from '../translation';
import { useVerify } from './useVerify';

const useStyles = makeStyles(
  theme => ({
    verdict: { fontWeight: 600, marginBottom: theme.spacing(1) },
    verify: { margin: theme.spacing(1.5, 0) },
  }),
  { name: 'FairleadRunbookHealthPanel' },
);

/** Whether the runbook would hold tonight, part by part, and the click that says that it does. */
export function HealthPanel(props: { runbook: RunbookDetail }) {
  const { runbook } = props;
  const { health, helped, misled, missing, problems } = runbook;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const format = useNumberFormat();
  const verify = useVerify(runbook.id);
  const { allowed: mayVerify } = usePermission({
    permission: runbooksVerificationCreatePermission,
  });
  return (
    <InfoCard
      title={t('reading.health')}
      titleTypographyProps={{ component: 'h3', variant: 'h6' }}
    >
      <Typography className={classes.verdict}>
        {t(`reading.verdict.${verdictOf(health)}`)}
      </Typography>
      <HealthDetails health={health} />
      {mayVerify && (
        <Button
          variant="outlined"
          color="primary"
          fullWidth
          className={classes.verify}
          disabled={verify.isPending}
          onClick={() => verify.mutate()}
        >
          {t('reading.verify')}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary">
        {helped + misled + missing === 0
          ? t('reading.noVotes')
          : t('reading.votes', {
              helped: format(helped),
              misled: format(misled),
              missing: format(missing),
            })}
      </Typography>
      {problems.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('reading.problems.title', { count: problems.length })}
        </Typography>
      )}
    </InfoCard>
  );
}
