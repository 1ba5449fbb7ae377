import { Link } from '@backstage/core-components';
import {
  ScorecardEntityRow,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useEntityScorecardsLink } from '../links';
import { EntityName, LevelLabel } from '../states';
import { scorecardsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gap: theme.spacing(0, 2),
      padding: theme.spacing(0.75, 0),
      ...theme.typography.body2,
    },
    name: {
      fontWeight: 600,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    failing: {
      gridColumn: '1 / -1',
      color: theme.palette.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FairleadNextStepRow' },
);

/** An entity, where it stands and what fails, leading to its first failing check. */
export function NextStepRow(props: {
  row: ScorecardEntityRow;
  scorecard: ScorecardSummary;
}) {
  const { row, scorecard } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const linkTo = useEntityScorecardsLink();
  const failing = scorecard.checks.filter(({ id }) => row.failing.includes(id));
  const words = t('homeWidget.failing', {
    count: row.failing.length,
    titles: failing.map(({ title }) => title).join(', '),
  });
  return (
    <li className={classes.root}>
      <Link
        className={classes.name}
        title={row.title ?? row.entityRef}
        to={linkTo(
          row.entityRef,
          failing[0] && {
            scorecardRef: scorecard.scorecardRef,
            checkId: failing[0].id,
          },
        )}
      >
        <EntityName entityRef={row.entityRef} />
      </Link>
      <LevelLabel level={row.level} levels={scorecard.levels} />
      <span className={classes.failing} title={words}>
        {words}
      </span>
    </li>
  );
}
