import { StageMedian } from '@fairlead/backstage-plugin-runbooks-common';
import { InfoButton, useTranslationRef } from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useDurationFormat } from '../../states';
import { runbooksTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
      gap: theme.spacing(1.5, 2),
      margin: theme.spacing(1, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
    value: {
      ...theme.typography.h6,
      display: 'block',
      fontVariantNumeric: 'tabular-nums',
    },
    few: { color: theme.palette.text.secondary, fontWeight: 400 },
    note: {
      ...theme.typography.caption,
      display: 'block',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'FairleadStageMedians' },
);

/** The median of each stage with n, and what is left out of it. */
export function StageMedians(props: { medians: readonly StageMedian[] }) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const formatDuration = useDurationFormat();
  return (
    <>
      <Typography variant="subtitle2" component="h2">
        {t('incidents.medians.title')}{' '}
        <InfoButton
          label={t('incidents.medians.definition.open')}
          title={t('incidents.medians.definition.title')}
        >
          <Typography variant="body2">
            {t('incidents.medians.definition.text')}
          </Typography>
        </InfoButton>
      </Typography>
      <ul className={classes.list} aria-label={t('incidents.medians.title')}>
        {props.medians.map(median => (
          <li key={median.stage}>
            {t(`stages.stage.${median.stage}`)}
            <span
              className={`${classes.value} ${
                median.p50 === undefined ? classes.few : ''
              }`}
            >
              {median.p50 === undefined
                ? t('incidents.medians.tooFew')
                : formatDuration(median.p50)}
            </span>
            {notesOf(median).map(note => (
              <span key={note} className={classes.note}>
                {note}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );

  function notesOf({ p90, n, open, unknown }: StageMedian): string[] {
    const leftOut = [
      ...(open > 0 ? [t('incidents.medians.open', { count: open })] : []),
      ...(unknown > 0
        ? [t('incidents.medians.unknown', { count: unknown })]
        : []),
    ].join(', ');
    return [
      ...(p90 === undefined
        ? []
        : [t('incidents.medians.p90', { duration: formatDuration(p90) })]),
      t('incidents.medians.n', { n }),
      ...(leftOut ? [t('incidents.medians.leftOut', { what: leftOut })] : []),
    ];
  }
}
