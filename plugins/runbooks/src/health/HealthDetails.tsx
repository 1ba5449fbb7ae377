import {
  HEALTH_PARTS,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';
import { useTimeFormat, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';
import { HealthWord } from './HealthWord';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      margin: 0,
    },
    value: { margin: 0, overflowWrap: 'anywhere' },
    note: { color: theme.palette.text.secondary },
    term: { fontWeight: 600 },
  }),
  { name: 'FairleadHealthDetails' },
);

/** All parts of a runbook's health: what is asked, how it stands, and why. */
export function HealthDetails(props: { health: RunbookHealth }) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  return (
    <dl className={classes.list}>
      {HEALTH_PARTS.map(part => {
        const { at, reason } = props.health[part];
        return (
          <div key={part}>
            <dt title={t(`health.question.${part}`)} className={classes.term}>
              {t(`health.part.${part}`)}
            </dt>
            <dd
              className={classes.value}
              title={at ? time.absolute(at) : undefined}
            >
              <HealthWord part={part} health={props.health[part]} />
              {reason && (
                <div className={classes.note}>
                  <bdi>{reason}</bdi>
                </div>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
