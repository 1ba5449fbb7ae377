import {
  HEALTH_PARTS,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';
import { HealthWord } from './HealthWord';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.25, 2),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
  }),
  { name: 'FairleadHealthWords' },
);

/** All parts of a runbook's health in a line, or those alone that are not well. */
export function HealthWords(props: {
  health: RunbookHealth;
  onlyTroubled?: boolean;
}) {
  const { health, onlyTroubled } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const parts = HEALTH_PARTS.filter(
    part => !onlyTroubled || health[part].state !== 'ok',
  );
  return (
    <ul className={classes.list} aria-label={t('health.label')}>
      {parts.map(part => (
        <li key={part}>
          <HealthWord part={part} health={health[part]} />
        </li>
      ))}
    </ul>
  );
}
