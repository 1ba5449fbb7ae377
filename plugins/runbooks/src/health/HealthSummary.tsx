import {
  HEALTH_PARTS,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { StateLabel, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import CheckCircleIcon from '@material-ui/icons/CheckCircle';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import { runbooksTranslationRef } from '../translation';
import { HealthWord } from './HealthWord';
import { useHealthWords } from './useHealthWords';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
    },
  }),
  { name: 'FairleadHealthSummary' },
);

/** What is wrong with a runbook, part by part; how much of it is not known, in one word; else that it would hold. */
export function HealthSummary(props: { health: RunbookHealth }) {
  const { health } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const say = useHealthWords();
  const wrong = HEALTH_PARTS.filter(part =>
    ['bad', 'unverifiable'].includes(health[part].state),
  );
  const isVerified = health.fresh.state !== 'unknown';
  const unknown = HEALTH_PARTS.filter(
    part =>
      health[part].state === 'unknown' &&
      // Drift is counted from a verification; that there was none is said once.
      (part !== 'drift' || isVerified),
  );
  return (
    <div className={classes.root}>
      {wrong.map(part => (
        <HealthWord key={part} part={part} health={health[part]} />
      ))}
      {wrong.length + unknown.length === 0 && (
        <StateLabel icon={CheckCircleIcon} tone="good">
          {t('health.holds')}
        </StateLabel>
      )}
      {unknown.length > 0 && (
        <StateLabel
          icon={HelpOutlineIcon}
          tone="quiet"
          title={unknown.map(part => say(part, health[part])).join('\n')}
        >
          {unknown.length === 1
            ? say(unknown[0], health[unknown[0]])
            : t('health.notKnown', { count: unknown.length })}
        </StateLabel>
      )}
    </div>
  );
}
