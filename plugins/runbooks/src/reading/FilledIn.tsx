import { FilledText } from '@fairlead/backstage-plugin-runbooks-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: { ...theme.typography.body2, overflowWrap: 'anywhere' },
    list: {
      display: 'inline-flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 1.5),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    value: {
      fontWeight: 700,
      borderBottom: `2px solid ${theme.palette.primary.main}`,
    },
    unfilled: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadFilledIn' },
);

/** Which labels of the alert stand in the text now, and what could not be filled in. */
export function FilledIn(props: { filled: FilledText }) {
  const { filled, unfilled } = props.filled;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const values = new Map(filled.map(({ label, value }) => [label, value]));
  const left = new Map(
    values.size > 0 ? unfilled.map(({ raw, reason }) => [raw, reason]) : [],
  );
  return values.size > 0 ? (
    <div className={classes.root}>
      {t('reading.filled')}:{' '}
      <ul className={classes.list} aria-label={t('reading.filled')}>
        {Array.from(values, ([label, value]) => (
          <li key={label}>
            {label} = <bdi className={classes.value}>“{value}”</bdi>
          </li>
        ))}
      </ul>
      {left.size > 0 && (
        <div className={classes.unfilled}>
          {t('reading.unfilled', { count: unfilled.length })}:{' '}
          {Array.from(left, ([raw, reason], i) => (
            <span key={raw} title={reason}>
              {i > 0 && ', '}
              <code>{raw}</code>
            </span>
          ))}
        </div>
      )}
    </div>
  ) : null;
}
