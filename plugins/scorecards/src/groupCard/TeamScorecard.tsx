import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import {
  ClampedText,
  SegmentBar,
  SegmentLegend,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import { makeStyles } from '@material-ui/core/styles';
import { useLevelSegments } from '../charts';
import { scorecardRouteRef } from '../routes';
import { Score } from '../states';
import { scorecardsTranslationRef } from '../translation';
import { isDone } from './isDone';
import { ScoreTrend } from './ScoreTrend';
import { trendPoints } from './trendPoints';
import { useTeamWords } from './useTeamWords';
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
    facts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.25, 2),
    },
    title: {
      ...theme.typography.body1,
      fontWeight: 600,
      overflowWrap: 'anywhere',
    },
    sentence: { marginRight: 'auto', overflowWrap: 'anywhere' },
    levels: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      overflowWrap: 'anywhere',
      gap: theme.spacing(0.5),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'FairleadTeamScorecard' },
);

/** One scorecard over all that a team owns; in one line when nothing is left to do. */
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
  const say = useTeamWords();
  const segments = toSegments(levels, totals.levels);
  const { pass, total } = scorecard.scoreParts;
  return (
    <section className={classes.root} aria-label={scorecard.title}>
      <div className={classes.facts}>
        <Link to={scorecardLink({ namespace, name })} className={classes.title}>
          <ClampedText>{scorecard.title}</ClampedText>
        </Link>
        <span className={classes.sentence}>{say(scorecard)}</span>
        <Score
          score={total > 0 ? pass / total : null}
          parts={scorecard.scoreParts}
        />
        <ScoreTrend points={trendPoints(scorecard.trend)} />
      </div>
      {!isDone(scorecard) && (
        <>
          <div className={classes.levels}>
            <SegmentBar segments={segments} />
            <SegmentLegend label={t('groupCard.levels')} segments={segments} />
          </div>
          <WorstEntities
            label={t('groupCard.worst')}
            rows={scorecard.worst
              .filter(({ level }) => level !== levels[levels.length - 1])
              .slice(0, ROWS)}
            levels={levels}
          />
        </>
      )}
    </section>
  );
}
