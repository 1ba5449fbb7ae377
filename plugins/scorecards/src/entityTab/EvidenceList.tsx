import { Evidence } from '@fairlead/backstage-plugin-scorecards-common';
import {
  InfoButton,
  RelativeTime,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useFacts } from '../api/queries';
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

/** The values that decided a check, each by its title with its unit and age; what it is exactly stands behind an ⓘ. */
export function EvidenceList(props: { evidence: readonly Evidence[] }) {
  const classes = useStyles();
  const formatValue = useValueFormat();
  return (
    <ul className={classes.list}>
      {props.evidence.map(item => (
        <li key={item.path} className={classes.item}>
          <EvidenceName path={item.path} className={classes.path} />
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

function EvidenceName(props: { path: string; className: string }) {
  const { path, className } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const facts = useFacts();
  const id = path.replace(/^facts\./, '');
  const known = path.startsWith('facts.')
    ? facts.data?.find(fact => fact.id === id)
    : undefined;
  const code = (
    <code className={className}>
      <bdi>{id}</bdi>
    </code>
  );
  return known?.title ? (
    <span>
      {known.title}{' '}
      <InfoButton
        label={t('entityTab.factId', { fact: known.title })}
        title={known.title}
      >
        {known.description && (
          <Typography variant="body2" gutterBottom>
            {known.description}
          </Typography>
        )}
        {code}
      </InfoButton>
    </span>
  ) : (
    code
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
