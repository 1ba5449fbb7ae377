import {
  CheckStatus,
  FactSourceStatus,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { CheckStatusIcon } from '../../states';
import { scorecardsTranslationRef } from '../../translation';

const ICONS = {
  success: 'pass',
  partial: 'error',
  failure: 'fail',
  none: 'no-data',
} as const satisfies Record<string, CheckStatus>;

const useStyles = makeStyles(
  theme => ({
    outcome: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      whiteSpace: 'nowrap',
    },
    error: { maxWidth: '50ch', overflowWrap: 'anywhere' },
  }),
  { name: 'FairleadSourceOutcome' },
);

/** What the last run of a source came to, and what it failed on. */
export function SourceOutcome(props: { source: FactSourceStatus }) {
  const { lastOutcome, lastError } = props.source;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const outcome = lastOutcome ?? 'none';
  return (
    <>
      <span className={classes.outcome}>
        <CheckStatusIcon status={ICONS[outcome]} />
        {t(`portal.data.outcome.${outcome}`)}
      </span>
      {lastError && (
        <Typography variant="caption" component="div" className={classes.error}>
          {lastError}
        </Typography>
      )}
    </>
  );
}
