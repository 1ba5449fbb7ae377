import { createApiRef } from '@backstage/core-plugin-api';
import {
  BackfillRequest,
  BackfillState,
  EntityHistoryResponse,
  EntityMeasuresResponse,
  EntityRecordsResponse,
  FrictionReport,
  FrictionReportRequest,
  FrictionResponse,
  LeadTimeStart,
  LinkVerdictRequest,
  MeasureId,
  OriginChoice,
  OverviewResponse,
  OwnershipView,
  Page,
  QuarantinedDelivery,
  RecordKind,
  ReplayRequest,
  ReplayResponse,
  SourcesResponse,
  TimeWindow,
  UnmatchedSubject,
  WaitingResponse,
} from '@fairlead/backstage-plugin-delivery-common';

/** Which time, and whose numbers. Without a window the last 90 days. @public */
export interface OverviewQuery extends Partial<TimeWindow> {
  view?: OwnershipView;
}

/** How the measures of an entity are read. @public */
export interface MeasuresQuery extends OverviewQuery {
  leadTimeStart?: LeadTimeStart;
  /** Whose changes are counted; those of people and agents when left out. */
  origin?: OriginChoice;
}

/** Which part of a list. @public */
export interface PageQuery {
  limit?: number;
  cursor?: string;
}

/** Of which measure the records are read. @public */
export interface RecordsQuery extends MeasuresQuery, PageQuery {
  measure: MeasureId;
  /** Only what was left out. */
  excluded?: boolean;
}

/** Which records of an entity are read. @public */
export interface HistoryQuery extends Partial<TimeWindow>, PageQuery {
  kinds: readonly RecordKind[];
}

/**
 * The delivery backend, as the screens need it.
 *
 * @public
 */
export interface DeliveryApi {
  getEntityMeasures(
    entityRef: string,
    query?: MeasuresQuery,
  ): Promise<EntityMeasuresResponse>;
  /** The records behind a measure, and those left out. */
  getEntityRecords(
    entityRef: string,
    query: RecordsQuery,
  ): Promise<EntityRecordsResponse>;
  getEntityHistory(
    entityRef: string,
    query: HistoryQuery,
  ): Promise<EntityHistoryResponse>;
  getOverview(query?: OverviewQuery): Promise<OverviewResponse>;
  /** What waits of the reader and the reader's teams. */
  getWaiting(): Promise<WaitingResponse>;
  /** Says whether a deployment caused an incident. */
  giveVerdict(verdict: LinkVerdictRequest): Promise<void>;
  getFriction(
    entityRef: string,
    window?: Partial<TimeWindow>,
  ): Promise<FrictionResponse>;
  reportFriction(
    entityRef: string,
    report: FrictionReportRequest,
  ): Promise<FrictionReport>;
  /** Takes a report of the reader's own back. */
  withdrawFrictionReport(entityRef: string, id: string): Promise<void>;
  getSources(): Promise<SourcesResponse>;
  listUnmatched(
    query?: PageQuery & { source?: string },
  ): Promise<Page<UnmatchedSubject>>;
  listQuarantine(
    query?: PageQuery & { source?: string },
  ): Promise<Page<QuarantinedDelivery>>;
  /** Has deliveries that could not be read be read again. */
  replayQuarantine(request: ReplayRequest): Promise<ReplayResponse>;
  /** Asks a source for its past. */
  startBackfill(request: BackfillRequest): Promise<BackfillState>;
}

/**
 * The API ref of {@link DeliveryApi}.
 *
 * @public
 */
export const deliveryApiRef = createApiRef<DeliveryApi>({
  id: 'plugin.delivery.client',
});
