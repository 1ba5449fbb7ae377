import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  RollupBy,
  RollupGroup,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  SegmentBar,
  SegmentLegend,
  useNumberFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelSegments, useStatusSegments } from '../../charts';
import { scorecardRouteRef } from '../../routes';
import { EntityName } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { entityName } from '../entityName';
import { matrixSearch } from '../matrix';
import { groupFilters } from './groupFilters';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(160px, 1fr) minmax(0, 3fr)',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    },
    name: { overflowWrap: 'anywhere' },
    bar: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignContent: 'center',
      gap: theme.spacing(0.75),
      overflowWrap: 'anywhere',
    },
    line: { display: 'flex', alignItems: 'center', gap: theme.spacing(1) },
    count: {
      ...theme.typography.caption,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'FairleadRollupBar' },
);

/** Where one group stands: by level, or for a check by status; the bar is as long as the group is large. Its name leads to its entities in the matrix. */
export function RollupBar(props: {
  scorecard: ScorecardSummary;
  by: RollupBy;
  group: RollupGroup;
  /** How many entities the largest group has, which the bars are drawn against. */
  largest: number;
}) {
  const { scorecard, by, group, largest } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const formatNumber = useNumberFormat();
  const levelSegments = useLevelSegments();
  const statusSegments = useStatusSegments();
  const { namespace, name } = parseEntityRef(scorecard.scorecardRef);
  const path = useRouteRef(scorecardRouteRef)({ namespace, name });
  const title = groupTitle();
  const isNamedByCatalog =
    by !== 'check' && group.key !== null && group.title === undefined;
  const segments =
    by === 'check'
      ? statusSegments(group.statuses)
      : levelSegments(scorecard.levels, group.levels).filter(
          ({ size }) => size > 0,
        );
  return (
    <li className={classes.root}>
      <div>
        <Typography variant="body2" className={classes.name}>
          <Link
            to={`${path}${matrixSearch(groupFilters(by, group))}`}
            title={t('portal.rollup.filter')}
          >
            {isNamedByCatalog ? (
              <EntityName entityRef={group.key!} />
            ) : (
              <ClampedText>{title}</ClampedText>
            )}
          </Link>
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {t('portal.list.entities', { count: group.entities })}
        </Typography>
      </div>
      <div className={classes.bar}>
        <div className={classes.line} aria-hidden>
          <div style={{ width: `${(group.entities / largest) * 85}%` }}>
            <SegmentBar segments={segments} />
          </div>
          <span className={classes.count}>{formatNumber(group.entities)}</span>
        </div>
        <SegmentLegend label={title} segments={segments} />
      </div>
    </li>
  );

  function groupTitle() {
    if (group.key === null) {
      return t(`portal.rollup.none.${by}`);
    }
    if (by === 'check') {
      const check = scorecard.checks.find(({ id }) => id === group.key);
      return group.title ?? check?.title ?? group.key;
    }
    return group.title ?? entityName(group.key);
  }
}
