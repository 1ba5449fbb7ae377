import {
  OwnerScorecardsResponse,
  ScorecardEntityRow,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { useQueries } from '@tanstack/react-query';
import { queryKeys } from '../api/queries';
import { useScorecardsApi } from '../api/useScorecardsQuery';

/** What some teams own under one scorecard, worst first, each entity once although parent and child team count it. */
export function useTeamRows(
  teams: readonly string[],
  scorecard: Pick<ScorecardSummary, 'scorecardRef' | 'levels'>,
) {
  const { scorecardRef, levels } = scorecard;
  const { api, queryClient } = useScorecardsApi();
  return useQueries(
    {
      queries: teams.map(team => ({
        queryKey: queryKeys.owner(team),
        queryFn: () => api.getOwnerScorecards(team),
      })),
      combine: results => ({
        isPending: results.some(({ isPending }) => isPending),
        error: results.find(({ error }) => error)?.error ?? undefined,
        refetch: () => results.forEach(({ refetch }) => refetch()),
        rows: worstFirst(
          results.flatMap(({ data }) => rowsOf(data, scorecardRef)),
          levels,
        ),
      }),
    },
    queryClient,
  );
}

function rowsOf(
  data: OwnerScorecardsResponse | undefined,
  scorecardRef: string,
): ScorecardEntityRow[] {
  return (
    data?.scorecards.find(scorecard => scorecard.scorecardRef === scorecardRef)
      ?.worst ?? []
  );
}

function worstFirst(
  rows: ScorecardEntityRow[],
  levels: readonly string[],
): ScorecardEntityRow[] {
  const once = new Map(rows.map(row => [row.entityRef, row]));
  const rank = ({ level }: ScorecardEntityRow) =>
    level === null ? -1 : levels.indexOf(level);
  return [...once.values()].sort(
    (a, b) => rank(a) - rank(b) || (a.score ?? 1) - (b.score ?? 1),
  );
}
