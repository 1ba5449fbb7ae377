import { Evidence } from '@fairlead/backstage-plugin-scorecards-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useValueFormat } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      alignItems: 'baseline',
    },
    path: { fontSize: '0.85em' },
    value: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
    age: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadEvidenceList' },
);

/** The values that decided a check, each with its unit and age. */
export function EvidenceList(props: { evidence: readonly Evidence[] }) {
  const classes = useStyles();
  const formatValue = useValueFormat();
  return (
    <ul className={classes.list}>
      {props.evidence.map(item => (
        <li key={item.path} className={classes.item}>
          <code className={classes.path}>
            {item.path.replace(/^facts\./, '')}
          </code>
          <span className={classes.value}>
            {formatValue(item.value, item.unit)}
          </span>
          <span className={classes.age}>
            <EvidenceAge evidence={item} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function EvidenceAge(props: { evidence: Evidence }) {
  const { path, observedAt } = props.evidence;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (observedAt !== null) {
    return (
      <>
        {t('entityTab.observed')} <RelativeTime time={observedAt} />
      </>
    );
  }
  return (
    <>
      {path.startsWith('facts.')
        ? t('entityTab.neverObserved')
        : t('entityTab.fromCatalog')}
    </>
  );
}
