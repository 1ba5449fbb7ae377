import { useInfiniteQuery } from '@tanstack/react-query';
import { InsightsQuery } from './OnboardingApi';
import { useOnboardingApi, useOnboardingQuery } from './useOnboardingQuery';

/** How often an open page asks for the journey again, so that a change merged elsewhere shows without a reload. */
const JOURNEY_INTERVAL_MS = 20_000;

/** How many tracks are asked for at a time. */
const TRACKS_AT_ONCE = 50;

/** The keys under which answers are kept. What starts alike goes stale together. */
export const queryKeys = {
  mine: ['mine'] as const,
  journey: (id: string) => ['journey', id] as const,
  tracks: ['tracks'] as const,
  track: (trackRef: string) => ['track', trackRef] as const,
  insights: (trackRef: string, query: InsightsQuery) =>
    ['insights', trackRef, query] as const,
  team: (teamRef: string) => ['team', teamRef] as const,
  entity: (entityRef: string) => ['entity', entityRef] as const,
};

/** One's own journeys, and what journeys of others have for oneself. All cards of a page share one request. */
export function useMine(options: { isWatched?: boolean } = {}) {
  return useOnboardingQuery({
    queryKey: queryKeys.mine,
    queryFn: api => api.getMine(),
    refetchInterval: () => (options.isWatched ? JOURNEY_INTERVAL_MS : false),
  });
}

/** One journey, of oneself or of somebody whose buddy one is. */
export function useJourney(id: string) {
  return useOnboardingQuery({
    queryKey: queryKeys.journey(id),
    queryFn: api => api.getJourney(id),
    refetchInterval: () => JOURNEY_INTERVAL_MS,
  });
}

/** The tracks that the reader may see, page by page. */
export function useTracks() {
  const { api, queryClient } = useOnboardingApi();
  return useInfiniteQuery(
    {
      queryKey: queryKeys.tracks,
      queryFn: ({ pageParam }) =>
        api.listTracks({ cursor: pageParam, limit: TRACKS_AT_ONCE }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: page => page.nextCursor,
    },
    queryClient,
  );
}

/** A track with its plan. */
export function useTrack(trackRef: string) {
  return useOnboardingQuery({
    queryKey: queryKeys.track(trackRef),
    queryFn: api => api.getTrack(trackRef),
  });
}

/** The times of cohorts of a track, and how its tasks go. */
export function useInsights(trackRef: string, query: InsightsQuery = {}) {
  return useOnboardingQuery({
    queryKey: queryKeys.insights(trackRef, query),
    queryFn: api => api.getInsights(trackRef, query),
  });
}

/** Who of a team is on a track, as far as the reader may know, and how it goes. */
export function useTeam(teamRef: string) {
  return useOnboardingQuery({
    queryKey: queryKeys.team(teamRef),
    queryFn: api => api.getTeam(teamRef),
  });
}

/** What somebody who is new on an entity reads, runs and tries first. */
export function useEntityOnboarding(entityRef: string) {
  return useOnboardingQuery({
    queryKey: queryKeys.entity(entityRef),
    queryFn: api => api.getEntity(entityRef),
  });
}
