import { useScorecardsQuery } from '../api/useScorecardsQuery';
import { useWaiverActor } from './useWaiverActor';

/** As many as can be asked for at once, less the one that the request is about. */
const MOST = 99;

/** The other entities of the reader's teams that do not meet a check and have no waiver of it. */
export function useSiblings(options: {
  scorecardRef: string;
  checkId: string;
  entityRef: string;
  enabled: boolean;
}): string[] {
  const { scorecardRef, checkId, entityRef, enabled } = options;
  const actor = useWaiverActor();
  const { data } = useScorecardsQuery({
    queryKey: ['scorecard', scorecardRef, 'siblings', checkId],
    queryFn: api =>
      api.listScorecardEntities(scorecardRef, { check: checkId, limit: 500 }),
    enabled,
  });
  if (!data || !actor) {
    return [];
  }
  const index = data.checkIds.indexOf(checkId);
  return data.items
    .filter(
      row =>
        row.entityRef !== entityRef &&
        row.owner !== null &&
        actor.ownershipRefs.includes(row.owner) &&
        row.statuses[index] !== 'waived',
    )
    .map(row => row.entityRef)
    .slice(0, MOST);
}
