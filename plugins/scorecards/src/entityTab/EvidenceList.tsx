import { Evidence } from '@fairlead/backstage-plugin-scorecards-common';
import { RelativeTime, useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useFacts } from '../api/queries';
import { scorecardsTranslationRef } from '../translation';
import { Explanation } from './Explanation';
import { factId } from './factId';
import { FactName } from './FactName';
import { RecordsLink } from './RecordsLink';
import { SeenValue } from './SeenValue';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      alignItems: 'baseline',
    },
    age: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadEvidenceList' },
);

/**
 * The values that decided a check, each by its title with its unit and age, a link to the records behind it and what it
 * comes from; what it is exactly stands behind an ⓘ.
 */
export function EvidenceList(props: {
  evidence: readonly Evidence[];
  /** The sentence that tells what decided. */
  reason: string;
  entityRef: string;
}) {
  const { entityRef, reason } = props;
  const classes = useStyles();
  const facts = useFacts();
  return (
    <ul className={classes.list}>
      {props.evidence.map(item => {
        const id = factId(item);
        const known = facts.data?.find(fact => fact.id === id);
        return (
          <li key={item.path}>
            <div className={classes.item}>
              <FactName name={id ?? item.path} known={known} />
              <SeenValue
                value={item.value}
                unit={item.unit}
                name={known?.title}
                sentence={reason}
              />
              <span className={classes.age}>
                <EvidenceAge evidence={item} />
              </span>
              {known && item.observedAt !== null && (
                <RecordsLink fact={known} entityRef={entityRef} />
              )}
            </div>
            {known?.explainedBy && (
              <Explanation
                factIds={known.explainedBy}
                known={facts.data ?? []}
                entityRef={entityRef}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function EvidenceAge(props: { evidence: Evidence }) {
  const { observedAt } = props.evidence;
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
      {factId(props.evidence) === undefined
        ? t('entityTab.fromCatalog')
        : t('entityTab.neverObserved')}
    </>
  );
}
