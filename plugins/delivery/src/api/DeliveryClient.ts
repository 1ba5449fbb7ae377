import { parseEntityRef } from '@backstage/catalog-model';
import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  BackfillRequest,
  BackfillState,
  EntityHistoryResponse,
  EntityMeasuresResponse,
  EntityRecordsResponse,
  FrictionReport,
  FrictionReportRequest,
  FrictionResponse,
  LinkVerdictRequest,
  OverviewResponse,
  Page,
  QuarantinedDelivery,
  ReplayRequest,
  ReplayResponse,
  SourcesResponse,
  TimeWindow,
  UnmatchedSubject,
  WaitingResponse,
} from '@fairlead/backstage-plugin-delivery-common';
import { encodePath, encodeQuery } from '@fairlead/frontend-parts';
import {
  DeliveryApi,
  HistoryQuery,
  MeasuresQuery,
  OverviewQuery,
  PageQuery,
  RecordsQuery,
} from './DeliveryApi';

/**
 * {@link DeliveryApi} over HTTP. A refused request throws the `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export class DeliveryClient implements DeliveryApi {
  readonly #fetchApi: FetchApi;

  static create(options: { fetchApi: FetchApi }) {
    return new DeliveryClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  getEntityMeasures(entityRef: string, query: MeasuresQuery = {}) {
    return this.#get<EntityMeasuresResponse>(
      entityPath(entityRef, 'measures'),
      { ...query },
    );
  }

  getEntityRecords(entityRef: string, query: RecordsQuery) {
    const { excluded, ...rest } = query;
    return this.#get<EntityRecordsResponse>(entityPath(entityRef, 'records'), {
      ...rest,
      excluded: excluded ? 'true' : undefined,
    });
  }

  getEntityHistory(entityRef: string, query: HistoryQuery) {
    return this.#get<EntityHistoryResponse>(entityPath(entityRef, 'history'), {
      ...query,
      kinds: query.kinds.join(','),
    });
  }

  getOverview(query: OverviewQuery = {}) {
    return this.#get<OverviewResponse>('/overview', { ...query });
  }

  getWaiting() {
    return this.#get<WaitingResponse>('/waiting');
  }

  async giveVerdict(verdict: LinkVerdictRequest) {
    await this.#post('/links/verdicts', verdict);
  }

  getFriction(entityRef: string, window: Partial<TimeWindow> = {}) {
    return this.#get<FrictionResponse>(entityPath(entityRef, 'friction'), {
      ...window,
    });
  }

  async reportFriction(entityRef: string, report: FrictionReportRequest) {
    const response = await this.#post(
      entityPath(entityRef, 'friction-reports'),
      report,
    );
    return (await response.json()) as FrictionReport;
  }

  async withdrawFrictionReport(entityRef: string, id: string) {
    const reports = entityPath(entityRef, 'friction-reports');
    await this.#post(`${reports}${encodePath(id)}/withdrawal`, {});
  }

  getSources() {
    return this.#get<SourcesResponse>('/sources');
  }

  listUnmatched(query: PageQuery & { source?: string } = {}) {
    return this.#get<Page<UnmatchedSubject>>('/sources/unmatched', {
      ...query,
    });
  }

  listQuarantine(query: PageQuery & { source?: string } = {}) {
    return this.#get<Page<QuarantinedDelivery>>('/sources/quarantine', {
      ...query,
    });
  }

  async replayQuarantine(request: ReplayRequest) {
    const response = await this.#post('/sources/quarantine/replays', request);
    return (await response.json()) as ReplayResponse;
  }

  async startBackfill(request: BackfillRequest) {
    const response = await this.#post('/sources/backfills', request);
    return (await response.json()) as BackfillState;
  }

  async #get<T>(
    path: string,
    query: Record<string, string | number | undefined> = {},
  ): Promise<T> {
    return await (await this.#fetch(`${path}${encodeQuery(query)}`)).json();
  }

  async #post(path: string, body: unknown): Promise<Response> {
    return await this.#fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://delivery${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function entityPath(entityRef: string, collection: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/entities${encodePath(kind, namespace, name)}/${collection}`;
}
