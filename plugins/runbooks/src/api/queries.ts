import {
  AlertOnEntity,
  CoverageQuery,
  FiringQuery,
  IncidentsQuery,
  RunbooksQuery,
  UsesQuery,
} from './RunbooksApi';
import { useRunbooksPages, useRunbooksQuery } from './useRunbooksQuery';

/** How often what fires is asked for again while somebody looks. */
const FIRING_INTERVAL_MS = 30_000;

/** The keys under which answers are kept. What starts alike goes stale together. */
export const queryKeys = {
  entity: (entityRef: string) => ['entity', entityRef] as const,
  runbooks: (query: RunbooksQuery) => ['runbooks', query] as const,
  runbook: (id: string) => ['runbook', id] as const,
  firing: (query: FiringQuery) => ['firing', query] as const,
  runbookFor: (query: AlertOnEntity) => ['for', query] as const,
  coverage: (query: CoverageQuery) => ['coverage', query] as const,
  draft: (query: AlertOnEntity) => ['draft', query] as const,
  team: (teamRef: string) => ['team', teamRef] as const,
  uses: (query: UsesQuery) => ['uses', query] as const,
  use: (id: string) => ['use', id] as const,
  incidents: (query: IncidentsQuery) => ['incidents', query] as const,
  incident: (id: string) => ['incident', id] as const,
};

/** What fires on an entity, its runbooks and its coverage. */
export function useEntityRunbooks(entityRef: string) {
  return useRunbooksQuery({
    queryKey: queryKeys.entity(entityRef),
    queryFn: api => api.getEntityRunbooks(entityRef),
    refetchInterval: () => FIRING_INTERVAL_MS,
  });
}

/** The runbooks that fit, page by page. */
export function useRunbooks(query: RunbooksQuery) {
  return useRunbooksPages({
    queryKey: queryKeys.runbooks(query),
    queryFn: (api, cursor) => api.listRunbooks({ ...query, cursor }),
    keepPrevious: !query.entity,
  });
}

/** One runbook with its text. */
export function useRunbook(id: string) {
  return useRunbooksQuery({
    queryKey: queryKeys.runbook(id),
    queryFn: api => api.getRunbook(id),
  });
}

/** What fires now. */
export function useFiring(query: FiringQuery = {}) {
  return useRunbooksQuery({
    queryKey: queryKeys.firing(query),
    queryFn: api => api.getFiring(query),
    refetchInterval: () => FIRING_INTERVAL_MS,
  });
}

/** The runbook of an alert on an entity. */
export function useRunbookFor(query: AlertOnEntity) {
  return useRunbooksQuery({
    queryKey: queryKeys.runbookFor(query),
    queryFn: api => api.getRunbookFor(query),
    enabled: Boolean(query.alert || query.entity),
  });
}

/** Which alerts have a runbook, page by page. */
export function useCoverage(query: CoverageQuery) {
  return useRunbooksPages({
    queryKey: queryKeys.coverage(query),
    queryFn: (api, cursor) => api.getCoverage({ ...query, cursor }),
    keepPrevious: !query.entity,
  });
}

/** The files of a runbook that is not there yet; asked for when somebody wants them. */
export function useDraft(query: AlertOnEntity, options: { enabled: boolean }) {
  return useRunbooksQuery({
    queryKey: queryKeys.draft(query),
    queryFn: api => api.getDraft(query),
    enabled: options.enabled,
  });
}

/** What would fail a team tonight. */
export function useTeamRunbooks(teamRef: string) {
  return useRunbooksQuery({
    queryKey: queryKeys.team(teamRef),
    queryFn: api => api.getTeamRunbooks(teamRef),
  });
}

/** Uses, the latest first, page by page. */
export function useUses(query: UsesQuery) {
  return useRunbooksPages({
    queryKey: queryKeys.uses(query),
    queryFn: (api, cursor) => api.listUses({ ...query, cursor }),
  });
}

/** Incidents with their stages, the latest first, page by page. */
export function useIncidents(query: IncidentsQuery) {
  return useRunbooksPages({
    queryKey: queryKeys.incidents(query),
    queryFn: (api, cursor) => api.listIncidents({ ...query, cursor }),
    keepPrevious: !query.entity,
  });
}

/** One incident. */
export function useIncident(id: string) {
  return useRunbooksQuery({
    queryKey: queryKeys.incident(id),
    queryFn: api => api.getIncident(id),
  });
}
