import { IncidentPage } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 3),
      margin: theme.spacing(0, 0, 1),
    },
    pair: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 0.75) },
    term: { color: theme.palette.text.secondary },
    value: {
      margin: 0,
      fontWeight: 600,
      fontVariantNumeric: 'tabular-nums',
    },
    note: { margin: 0, color: theme.palette.text.secondary },
  }),
  { name: 'FairleadIncidentFigures' },
);

/** How many incidents an alert found, from how many something was learned, and what was agreed and is not done. */
export function IncidentFigures(props: { page: IncidentPage }) {
  const { foundByAlert, learning, followUps } = props.page;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const found = Math.round((foundByAlert.ratio ?? 0) * foundByAlert.n);
  return (
    <dl className={classes.list} aria-label={t('incidents.figures.label')}>
      <div className={classes.pair}>
        <dt className={classes.term}>{t('incidents.figures.foundByAlert')}</dt>
        <dd className={classes.value}>{share(found, foundByAlert.n)}</dd>
      </div>
      <div className={classes.pair}>
        <dt className={classes.term}>{t('incidents.figures.learning')}</dt>
        <dd className={classes.value}>
          {share(learning.closed, learning.asked)}
        </dd>
        {learning.pending !== undefined && learning.pending > 0 && (
          <dd className={classes.note}>
            {t('incidents.figures.pending', { count: learning.pending })}
          </dd>
        )}
      </div>
      <div className={classes.pair}>
        <dt className={classes.term}>{t('incidents.figures.followUps')}</dt>
        <dd className={classes.value}>{followUps.open}</dd>
        {followUps.open > 0 && (
          <dd className={classes.note}>
            {[
              followUps.overdue > 0
                ? t('incidents.figures.overdue', { count: followUps.overdue })
                : t('incidents.figures.noneOverdue'),
              ...ages(),
            ].join(' · ')}
          </dd>
        )}
      </div>
    </dl>
  );

  function share(part: number, n: number) {
    return n > 0
      ? t('incidents.figures.of', { part, n })
      : t('incidents.figures.none');
  }

  function ages(): string[] {
    return (['week', 'month', 'older'] as const).flatMap(band => {
      const count = followUps.byAge?.[band] ?? 0;
      return count > 0 ? [t(`incidents.figures.${band}`, { count })] : [];
    });
  }
}
