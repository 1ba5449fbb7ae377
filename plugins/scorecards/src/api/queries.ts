import {
  EntityScorecardsResponse,
  RollupBy,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardEntitiesQuery, WaiversQuery } from './ScorecardsApi';
import { useLiveResults } from './useLiveResults';
import { useScorecardsQuery } from './useScorecardsQuery';

/** The keys under which answers are kept. What starts alike goes stale together. */
export const queryKeys = {
  entity: (entityRef: string) => ['entity', entityRef] as const,
  entityFacts: (entityRef: string) => ['entity', entityRef, 'facts'] as const,
  transitions: (entityRef: string, scorecardRef: string) =>
    ['entity', entityRef, 'transitions', scorecardRef] as const,
  levels: (entityRefs: readonly string[]) => ['levels', entityRefs] as const,
  owner: (ownerRef: string) => ['owner', ownerRef] as const,
  scorecards: () => ['scorecards'] as const,
  scorecard: (scorecardRef: string) => ['scorecard', scorecardRef] as const,
  entities: (scorecardRef: string, query: ScorecardEntitiesQuery) =>
    ['scorecard', scorecardRef, 'entities', query] as const,
  rollup: (scorecardRef: string, by: RollupBy) =>
    ['scorecard', scorecardRef, 'rollup', by] as const,
  history: (
    scorecardRef: string,
    range: { from?: string; to?: string } | undefined,
  ) => ['scorecard', scorecardRef, 'history', range] as const,
  allWaivers: () => ['waivers'] as const,
  waivers: (query: WaiversQuery) => ['waivers', query] as const,
  waiver: (id: string) => ['waivers', id] as const,
  facts: () => ['facts'] as const,
  sources: () => ['sources'] as const,
  health: () => ['health'] as const,
  versions: (scorecardRef: string) =>
    ['scorecard', scorecardRef, 'versions'] as const,
  version: (scorecardRef: string, version: number) =>
    ['version', scorecardRef, version] as const,
};

/**
 * All scorecards of one entity. An entity that the backend has not heard of yet reads as one not evaluated yet. While
 * results are on their way they are asked for again. By the uid of the catalog, signals are told from those of other entities.
 */
export function useEntityScorecards(
  entityRef: string,
  options: { entityUid?: string } = {},
) {
  const queryKey = queryKeys.entity(entityRef);
  const interval = useLiveResults(queryKey, options);
  return useScorecardsQuery<EntityScorecardsResponse>({
    queryKey,
    queryFn: api =>
      api.getEntityScorecards(entityRef).catch(error => {
        if (error.statusCode === 404) {
          return { entityRef, evaluatedAt: null, scorecards: [] };
        }
        throw error;
      }),
    refetchInterval: data =>
      data?.evaluatedAt === null || data?.awaits ? 10_000 : interval,
  });
}

/** What changed on one entity under one scorecard, newest first. */
export function useEntityTransitions(options: {
  entityRef: string;
  scorecardRef: string;
  enabled?: boolean;
}) {
  const { entityRef, scorecardRef, enabled } = options;
  return useScorecardsQuery({
    queryKey: queryKeys.transitions(entityRef, scorecardRef),
    queryFn: api =>
      api.getEntityTransitions(entityRef, { scorecardRef, limit: 200 }),
    enabled,
  });
}

/** All facts that are known of one entity. */
export function useEntityFacts(entityRef: string) {
  return useScorecardsQuery({
    queryKey: queryKeys.entityFacts(entityRef),
    queryFn: api => api.getEntityFacts(entityRef),
  });
}

/** The scorecards of a team and the teams below it. */
export function useOwnerScorecards(ownerRef: string) {
  const queryKey = queryKeys.owner(ownerRef);
  const interval = useLiveResults(queryKey);
  return useScorecardsQuery({
    queryKey,
    queryFn: api => api.getOwnerScorecards(ownerRef),
    refetchInterval: () => interval,
  });
}

/** All scorecards with their totals. */
export function useScorecards() {
  return useScorecardsQuery({
    queryKey: queryKeys.scorecards(),
    queryFn: api => api.listScorecards(),
  });
}

/** The same, kept up to date while they are shown. */
export function useLiveScorecards() {
  const queryKey = queryKeys.scorecards();
  const interval = useLiveResults(queryKey);
  return useScorecardsQuery({
    queryKey,
    queryFn: api => api.listScorecards(),
    refetchInterval: () => interval,
  });
}

/** One scorecard with its definition, and what is shown of its results beside it, kept up to date. */
export function useLiveScorecard(scorecardRef: string) {
  const queryKey = queryKeys.scorecard(scorecardRef);
  const interval = useLiveResults(queryKey);
  return useScorecardsQuery({
    queryKey,
    queryFn: api => api.getScorecard(scorecardRef),
    refetchInterval: () => interval,
  });
}

/** One scorecard with its definition. */
export function useScorecard(
  scorecardRef: string,
  options?: { enabled?: boolean },
) {
  return useScorecardsQuery({
    queryKey: queryKeys.scorecard(scorecardRef),
    queryFn: api => api.getScorecard(scorecardRef),
    enabled: options?.enabled,
  });
}

/** The totals of a scorecard by owner, system, domain or check. */
export function useRollup(scorecardRef: string, by: RollupBy) {
  return useScorecardsQuery({
    queryKey: queryKeys.rollup(scorecardRef, by),
    queryFn: api => api.getRollup(scorecardRef, by),
    keepPrevious: 3,
  });
}

/** The daily totals of a scorecard. */
export function useHistory(
  scorecardRef: string,
  range?: { from?: string; to?: string },
) {
  return useScorecardsQuery({
    queryKey: queryKeys.history(scorecardRef, range),
    queryFn: api => api.getHistory(scorecardRef, range),
    keepPrevious: 3,
  });
}

/** Waivers of all scorecards, newest first. */
export function useWaivers(query: WaiversQuery) {
  return useScorecardsQuery({
    queryKey: queryKeys.waivers(query),
    queryFn: api => api.listWaivers(query),
    keepPrevious: 1,
  });
}

/** One waiver with its entries in the log of decisions. */
export function useWaiver(id: string, options?: { enabled?: boolean }) {
  return useScorecardsQuery({
    queryKey: queryKeys.waiver(id),
    queryFn: api => api.getWaiver(id),
    enabled: options?.enabled,
  });
}

/** All known facts. They change seldom. */
export function useFacts() {
  return useScorecardsQuery({
    queryKey: queryKeys.facts(),
    queryFn: api => api.listFacts(),
    staleTime: 300_000,
  });
}

/** How scorecards themselves are doing, asked for again while it is looked at. */
export function useHealth() {
  return useScorecardsQuery({
    queryKey: queryKeys.health(),
    queryFn: api => api.getHealth(),
    refetchInterval: () => 30_000,
  });
}

/** The versions that a scorecard had, newest first. */
export function useScorecardVersions(scorecardRef: string) {
  return useScorecardsQuery({
    queryKey: queryKeys.versions(scorecardRef),
    queryFn: api => api.listScorecardVersions(scorecardRef),
  });
}

/** A version of a scorecard beside the one before it. It never changes. */
export function useScorecardVersion(scorecardRef: string, version: number) {
  return useScorecardsQuery({
    queryKey: queryKeys.version(scorecardRef, version),
    queryFn: api => api.getScorecardVersion(scorecardRef, version),
    staleTime: Infinity,
  });
}

/** How the fact sources are doing. */
export function useSources() {
  return useScorecardsQuery({
    queryKey: queryKeys.sources(),
    queryFn: api => api.listSources(),
  });
}
