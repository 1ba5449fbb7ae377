import { queryKeys } from '../api/queries';
import { useScorecardsQuery } from '../api/useScorecardsQuery';

/** How one check of one entity is mended. Looked up anew whenever the entity is. */
export function useFix(options: {
  entityRef: string;
  scorecardRef: string;
  checkId: string;
  enabled?: boolean;
}) {
  const { enabled, ...request } = options;
  const { entityRef, scorecardRef, checkId } = request;
  return useScorecardsQuery({
    queryKey: [...queryKeys.entity(entityRef), 'fix', scorecardRef, checkId],
    queryFn: api => api.getFix(request),
    enabled,
  });
}
