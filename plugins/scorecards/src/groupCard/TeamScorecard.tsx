import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import {
  SegmentBar,
  SegmentLegend,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelSegments } from '../charts';
import { scorecardRouteRef } from '../routes';
import { levelWord, Score } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { ScoreTrend } from './ScoreTrend';
import { trendPoints } from './trendPoints';
import { WorstEntities } from './WorstEntities';

const ROWS = 5;

const useStyles = makeStyles(
  theme => ({
    root: {
      ...theme.typography.body2,
      '& + &': {
        marginTop: theme.spacing(2),
        paddingTop: theme.spacing(2),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    sentence: { ...theme.typography.body1, fontWeight: 600, margin: 0 },
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.25, 2),
      marginBottom: theme.spacing(1),
    },
    title: { marginRight: 'auto', overflowWrap: 'anywhere' },
    legend: { marginTop: theme.spacing(0.5) },
  }),
  { name: 'FairleadTeamScorecard' },
);

/** One scorecard over all that a team owns. */
export function TeamScorecard(props: {
  scorecard: OwnerScorecardsResponse['scorecards'][number];
}) {
  const { scorecard } = props;
  const { levels, totals } = scorecard;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const toSegments = useLevelSegments();
  const scorecardLink = useRouteRef(scorecardRouteRef);
  const { namespace, name } = parseEntityRef(scorecard.scorecardRef);
  const withoutLevel = totals.levels.none ?? 0;
  const segments = toSegments(levels, totals.levels);
  const { pass, total } = scorecard.scoreParts;
  return (
    <section className={classes.root} aria-label={scorecard.title}>
      <p className={classes.sentence}>
        {withoutLevel > 0
          ? t('groupCard.withoutLevel', { count: withoutLevel })
          : t('groupCard.allReach', { level: lowest(levels, totals.levels) })}
      </p>
      <div className={classes.facts}>
        <Link to={scorecardLink({ namespace, name })} className={classes.title}>
          {scorecard.title}
        </Link>
        <span>{t('groupCard.entities', { count: totals.entities })}</span>
        <Score
          score={total > 0 ? pass / total : null}
          parts={scorecard.scoreParts}
        />
        <ScoreTrend points={trendPoints(scorecard.trend)} />
      </div>
      <SegmentBar segments={segments} />
      <div className={classes.legend}>
        <SegmentLegend label={t('groupCard.levels')} segments={segments} />
      </div>
      <WorstEntities
        label={t('groupCard.worst')}
        rows={scorecard.worst
          .filter(({ level }) => level !== levels[levels.length - 1])
          .slice(0, ROWS)}
        levels={levels}
      />
    </section>
  );
}

function lowest(levels: readonly string[], counts: Record<string, number>) {
  const level = levels.find(candidate => (counts[candidate] ?? 0) > 0);
  return levelWord(level ?? levels[0]);
}
