import { ScorecardSummary } from '@fairlead/backstage-plugin-scorecards-common';
import { useTranslationRef } from '@fairlead/frontend-parts';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useHistory } from '../../api/queries';
import { Loaded } from '../../states';
import { scorecardsTranslationRef } from '../../translation';
import { Choice } from '../Choice';
import { TrendContent } from './TrendContent';
import { TrendSkeleton } from './TrendSkeleton';

const RANGES = ['30', '90', '365'] as const;

/** How levels developed; the time span is kept in the address. */
export function TrendTab(props: { scorecard: ScorecardSummary }) {
  const { scorecard } = props;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const [search, setSearch] = useSearchParams();
  const days = RANGES.find(range => range === search.get('days')) ?? '90';
  const range = useMemo(() => {
    const today = DateTime.utc();
    return {
      from: today.minus({ days: Number(days) }).toISODate(),
      to: today.toISODate(),
    };
  }, [days]);
  const query = useHistory(scorecard.scorecardRef, range);
  return (
    <>
      <Choice
        label={t('portal.trend.range')}
        value={days}
        options={RANGES.map(value => ({
          value,
          label: t(`portal.trend.range.${value}`),
        }))}
        onChange={value => setSearch({ days: value }, { replace: true })}
      />
      <Loaded query={query} skeleton={<TrendSkeleton />}>
        {history => <TrendContent scorecard={scorecard} history={history} />}
      </Loaded>
    </>
  );
}
