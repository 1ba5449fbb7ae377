import {
  HistoryResponse,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  EmptyPanel,
  SegmentLegend,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { lazy, Suspense } from 'react';
import { useLevelSegments } from '../../charts';
import { scorecardsTranslationRef } from '../../translation';
import { DefinitionMarks } from '../DefinitionMarks';
import { DailyTable } from './DailyTable';
import { TrendSentence } from './TrendSentence';
import { TrendSkeleton } from './TrendSkeleton';

const LevelsOverTime = lazy(() => import('../../charts/LevelsOverTime'));

const useStyles = makeStyles(
  theme => ({
    chart: { margin: theme.spacing(2, 0) },
    section: { marginTop: theme.spacing(3) },
  }),
  { name: 'FairleadTrendContent' },
);

/** The history of a scorecard: a sentence, a picture, and the same as lists and a table. */
export function TrendContent(props: {
  scorecard: ScorecardSummary;
  history: HistoryResponse;
}) {
  const { scorecard, history } = props;
  const { levels } = scorecard;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const format = useTimeFormat();
  const levelSegments = useLevelSegments();
  const [first] = history.items;
  const last = history.items.at(-1);
  if (!first || !last) {
    return (
      <EmptyPanel title={t('portal.trend.empty.title')}>
        {t('portal.trend.empty.text')}
      </EmptyPanel>
    );
  }
  return (
    <>
      <TrendSentence levels={levels} days={history.items} />
      {history.items.length === 1 ? (
        <Typography
          variant="body2"
          color="textSecondary"
          className={classes.chart}
        >
          {t('portal.trend.oneDay', { day: format.day(first.day) })}
        </Typography>
      ) : (
        <div
          role="img"
          aria-label={t('portal.trend.description', {
            from: format.day(first.day),
            to: format.day(history.to),
          })}
          className={classes.chart}
        >
          <Suspense fallback={<TrendSkeleton />}>
            <LevelsOverTime
              levels={levels}
              days={history.items}
              from={first.day}
              to={history.to}
              marks={history.marks.map(({ at, version }) => ({
                at,
                label: t('portal.trend.marks.short', {
                  version: String(version),
                }),
              }))}
            />
          </Suspense>
        </div>
      )}
      <SegmentLegend
        label={t('portal.trend.title')}
        segments={levelSegments(levels, last.levels)}
      />
      <section className={classes.section}>
        <Typography variant="h6" component="h3" gutterBottom>
          {t('portal.trend.marks.title')}
        </Typography>
        <DefinitionMarks
          scorecardRef={scorecard.scorecardRef}
          marks={history.marks}
        />
      </section>
      <DailyTable levels={levels} days={history.items} />
    </>
  );
}
