import { TimeWindow } from '@fairlead/backstage-plugin-delivery-common';
import {
  HistoryQuery,
  MeasuresQuery,
  OverviewQuery,
  PageQuery,
  RecordsQuery,
} from './DeliveryApi';
import { useDeliveryPages, useDeliveryQuery } from './useDeliveryQuery';

/** The keys under which answers are kept. What starts alike goes stale together. */
export const queryKeys = {
  entity: (entityRef: string) => ['entity', entityRef] as const,
  measures: (entityRef: string, query: MeasuresQuery) =>
    ['entity', entityRef, 'measures', query] as const,
  records: (entityRef: string, query: RecordsQuery) =>
    ['entity', entityRef, 'records', query] as const,
  history: (entityRef: string, query: HistoryQuery) =>
    ['entity', entityRef, 'history', query] as const,
  friction: (entityRef: string, window: Partial<TimeWindow> = {}) =>
    ['friction', entityRef, window] as const,
  overview: (query: OverviewQuery) => ['overview', query] as const,
  waiting: () => ['waiting'] as const,
  sources: () => ['sources'] as const,
  unmatched: (query: PageQuery & { source?: string }) =>
    ['sources', 'unmatched', query] as const,
  quarantine: (query: PageQuery & { source?: string }) =>
    ['sources', 'quarantine', query] as const,
};

/** The measures and waits of one entity: a component, a system, a domain or a group. */
export function useEntityMeasures(
  entityRef: string,
  query: MeasuresQuery = {},
) {
  return useDeliveryQuery({
    queryKey: queryKeys.measures(entityRef, query),
    queryFn: api => api.getEntityMeasures(entityRef, query),
    keepPrevious: 3,
  });
}

/** The records behind one measure of an entity, page by page. */
export function useEntityRecords(entityRef: string, query: RecordsQuery) {
  return useDeliveryPages({
    queryKey: queryKeys.records(entityRef, query),
    queryFn: (api, cursor) =>
      api.getEntityRecords(entityRef, { ...query, cursor }),
  });
}

/** The records of an entity, latest first, page by page. */
export function useEntityHistory(entityRef: string, query: HistoryQuery) {
  return useDeliveryPages({
    queryKey: queryKeys.history(entityRef, query),
    queryFn: (api, cursor) =>
      api.getEntityHistory(entityRef, { ...query, cursor }),
  });
}

/** What was reported of an entity, or of what a team owns. */
export function useFriction(entityRef: string, window?: Partial<TimeWindow>) {
  return useDeliveryQuery({
    queryKey: queryKeys.friction(entityRef, window),
    queryFn: api => api.getFriction(entityRef, window),
    keepPrevious: 2,
  });
}

/** The whole organisation, as far as the reader may see it. */
export function useOverview(query: OverviewQuery = {}) {
  return useDeliveryQuery({
    queryKey: queryKeys.overview(query),
    queryFn: api => api.getOverview(query),
    keepPrevious: 1,
  });
}

/** What waits of the reader and the reader's teams. */
export function useWaiting() {
  return useDeliveryQuery({
    queryKey: queryKeys.waiting(),
    queryFn: api => api.getWaiting(),
  });
}

/** How the sources are doing, asked for again while one is looking. */
export function useSources() {
  return useDeliveryQuery({
    queryKey: queryKeys.sources(),
    queryFn: api => api.getSources(),
    refetchInterval: () => 30_000,
  });
}

/** What was told of and no entity claims. */
export function useUnmatched(query: PageQuery & { source?: string }) {
  return useDeliveryQuery({
    queryKey: queryKeys.unmatched(query),
    queryFn: api => api.listUnmatched(query),
    keepPrevious: 2,
  });
}

/** Deliveries that could not be read. */
export function useQuarantine(query: PageQuery & { source?: string }) {
  return useDeliveryQuery({
    queryKey: queryKeys.quarantine(query),
    queryFn: api => api.listQuarantine(query),
    keepPrevious: 2,
  });
}
