import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';
import {
  useNumberFormat,
  useTimeFormat,
  useTranslationRef,
} from '@fairlead/frontend-parts';
import Typography from '@material-ui/core/Typography';
import { useLevelWords } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { compareDays } from './compareDays';

/** What changed over the span, in a sentence; nothing while there is only one day. */
export function TrendSentence(props: {
  levels: readonly string[];
  days: readonly DailyTotals[];
}) {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const words = useLevelWords();
  const formatNumber = useNumberFormat();
  const format = useTimeFormat();
  const comparison = compareDays(props.levels, props.days);
  if (!comparison) {
    return null;
  }
  const { difference } = comparison;
  const values = {
    level: words.short(comparison.level),
    now: formatNumber(comparison.now),
    entities: formatNumber(comparison.entities),
    difference: formatNumber(Math.abs(difference)),
    day: format.day(comparison.since),
  };
  return (
    <Typography variant="body1" style={{ marginTop: 16 }}>
      {difference === 0 && t('portal.trend.sentence.same', values)}
      {difference > 0 && t('portal.trend.sentence.more', values)}
      {difference < 0 && t('portal.trend.sentence.fewer', values)}
    </Typography>
  );
}
