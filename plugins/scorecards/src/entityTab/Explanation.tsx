import { KnownFact } from '@fairlead/backstage-plugin-scorecards-common';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityFacts } from '../api/queries';
import { SeenValue } from './SeenValue';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      listStyle: 'none',
      margin: 0,
      padding: theme.spacing(0, 0, 0, 2),
    },
  }),
  { name: 'FairleadExplanation' },
);

/** What a value comes from, as far as it is known of the entity: the slowest job beside the time of all. */
export function Explanation(props: {
  factIds: readonly string[];
  known: readonly KnownFact[];
  entityRef: string;
}) {
  const { factIds, known } = props;
  const classes = useStyles();
  const { data } = useEntityFacts(props.entityRef);
  const told = factIds.flatMap(id => {
    const fact = data?.facts.find(candidate => candidate.id === id);
    return fact?.state === 'ok' && fact.value !== undefined
      ? [{ ...fact, value: fact.value, title: titleOf(id, known) }]
      : [];
  });
  return told.length === 0 ? null : (
    <ul className={classes.root}>
      {told.map(({ id, title, value, unit }) => (
        <li key={id}>
          {title}: <SeenValue value={value} unit={unit} name={title} />
        </li>
      ))}
    </ul>
  );
}

function titleOf(id: string, known: readonly KnownFact[]): string {
  return known.find(fact => fact.id === id)?.title ?? id;
}
