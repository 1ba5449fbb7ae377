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
      position: 'relative',
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
      margin: 0,
    },
    value: { margin: 0, overflowWrap: 'anywhere' },
    word: { fontWeight: 600 },
    note: { color: theme.palette.text.secondary },
    // The word says it already to those who see its icon and colour.
    term: {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
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
            <dt className={classes.term}>{t(`health.part.${part}`)}</dt>
            <dd
              className={classes.value}
              title={at ? time.absolute(at) : t(`health.question.${part}`)}
            >
              <span className={classes.word}>
                <HealthWord part={part} health={props.health[part]} />
              </span>
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
