import { Link } from '@backstage/core-components';
import {
  CheckStatus,
  ScorecardEntityRow,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityScorecardsLink } from '../links';
import { EntityName, LevelLabel } from '../states';
import { scorecardsTranslationRef } from '../translation';

/** The states in which nothing is known of a check: neither that it fails nor that it passes. */
const UNKNOWN: readonly CheckStatus[] = ['no-data', 'stale', 'error'];

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0, 0), padding: 0 },
    item: {
      display: 'grid',
      // The same for all rows, which are grids of their own.
      gridTemplateColumns: 'minmax(0, 1fr) 8rem 13rem',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.25, 0),
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        '& > :nth-child(3)': { gridColumn: '1 / -1' },
      },
    },
    name: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    failing: { color: theme.palette.text.secondary },
  }),
  { name: 'FairleadWorstEntities' },
);

/** Entities with their level and how much fails, each leading to its scorecards. */
export function WorstEntities(props: {
  label: string;
  rows: readonly ScorecardEntityRow[];
  levels: readonly string[];
}) {
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const linkTo = useEntityScorecardsLink();
  const words = ({ failing, statuses }: ScorecardEntityRow) => {
    const unknown = statuses.filter(status => UNKNOWN.includes(status)).length;
    const told = [
      failing.length > 0 && t('groupCard.failing', { count: failing.length }),
      unknown > 0 && t('groupCard.unknown', { count: unknown }),
    ].filter(Boolean);
    return told.length > 0 ? told.join(', ') : t('groupCard.nothingFails');
  };
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.rows.map(row => (
        <li key={row.entityRef} className={classes.item}>
          <Link
            to={linkTo(row.entityRef)}
            className={classes.name}
            title={row.title ?? row.entityRef}
          >
            <EntityName entityRef={row.entityRef} />
          </Link>
          <LevelLabel level={row.level} levels={props.levels} />
          <span className={classes.failing}>{words(row)}</span>
        </li>
      ))}
    </ul>
  );
}
