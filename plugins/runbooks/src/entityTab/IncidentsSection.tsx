import { Link } from '@backstage/core-components';
import { IncidentSummary } from '@fairlead/backstage-plugin-runbooks-common';
import {
  EmptyPanel,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useIncidents } from '../api/queries';
import { usePageLinks } from '../links';
import { listOf, ListSkeleton, MoreRows } from '../listTable';
import { StageStrip } from '../stages';
import { Loaded } from '../states';
import { runbooksTranslationRef } from '../translation';

const INCIDENTS_AT_ONCE = 10;

/** What is said of the learning from an incident, unless none is asked for. */
const LEARNING = { late: 'late', open: 'learning', closed: 'closed' } as const;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    incident: { padding: theme.spacing(1, 0) },
    head: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 2),
      marginBottom: theme.spacing(0.5),
    },
    title: { fontWeight: 600, overflowWrap: 'anywhere' },
    note: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadEntityIncidents' },
);

/** The incidents of an entity, the latest first, each as a strip of its stages. */
export function IncidentsSection(props: { entityRef: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const query = useIncidents({
    entity: props.entityRef,
    limit: INCIDENTS_AT_ONCE,
  });
  return (
    <Loaded query={query} skeleton={<ListSkeleton />}>
      {data => {
        const { first, items } = listOf(data);
        return items.length === 0 ? (
          <EmptyPanel title={t('entityTab.incidents.nothing')}>
            {t('entityTab.incidents.nothingText')}
          </EmptyPanel>
        ) : (
          <>
            <ul className={classes.list}>
              {items.map(incident => (
                <li key={incident.id} className={classes.incident}>
                  <Incident incident={incident} />
                </li>
              ))}
            </ul>
            <MoreRows
              shown={items.length}
              total={first.totalItems}
              query={query}
            />
          </>
        );
      }}
    </Loaded>
  );
}

function Incident(props: { incident: IncidentSummary }) {
  const { incident } = props;
  const { id, learning, openedAt, recurredAs, resolvedAt, severity, title } =
    incident;
  const classes = useStyles();
  const { t } = useTranslationRef(runbooksTranslationRef);
  const time = useTimeFormat();
  const links = usePageLinks();
  return (
    <>
      <div className={classes.head}>
        <Link to={links.incident(id)} className={classes.title}>
          <bdi>{title}</bdi>
        </Link>
        {severity && <bdi>{severity}</bdi>}
        <span title={time.absolute(resolvedAt ?? openedAt)}>
          {resolvedAt
            ? t('entityTab.incidents.resolved', { age: time.age(resolvedAt) })
            : t('entityTab.incidents.open', { age: time.age(openedAt) })}
        </span>
        {learning.state !== 'not-asked' && (
          <span className={classes.note} title={learning.reason}>
            {t(`entityTab.incidents.${LEARNING[learning.state]}`)}
          </span>
        )}
        {recurredAs && (
          <Link to={links.incident(recurredAs)}>
            {t('entityTab.incidents.recurred')}
          </Link>
        )}
      </div>
      <StageStrip incident={incident} />
    </>
  );
}
