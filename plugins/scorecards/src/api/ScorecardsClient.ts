import { parseEntityRef } from '@backstage/catalog-model';
import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  Attestation,
  CheckFixResponse,
  Campaign,
  CampaignDetailsResponse,
  CampaignDraft,
  CampaignMoveRequest,
  CampaignPreviewResponse,
  EntityFactsResponse,
  EntityLevelsResponse,
  EntityScorecardsResponse,
  FactSourceStatus,
  HealthResponse,
  HistoryResponse,
  KnownFact,
  OwnerScorecardsResponse,
  Page,
  PreviewResponse,
  RollupBy,
  RollupResponse,
  ScorecardDetailsResponse,
  ScorecardEntitiesPage,
  ScorecardSummary,
  ScorecardVersionResponse,
  ScorecardVersionsResponse,
  Transition,
  Waiver,
  WaiverDetailsResponse,
  WaiverMove,
  WaiversRequestedResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { encodePath, encodeQuery } from '@fairlead/frontend-parts';
import { CampaignsQuery } from './CampaignsApi';
import {
  AnswerRequest,
  ScorecardEntitiesQuery,
  ScorecardsApi,
  WaiversQuery,
} from './ScorecardsApi';

/**
 * {@link ScorecardsApi} over HTTP. A refused request throws the `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export class ScorecardsClient implements ScorecardsApi {
  readonly #fetchApi: FetchApi;

  static create(options: { fetchApi: FetchApi }) {
    return new ScorecardsClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  getEntityScorecards(entityRef: string) {
    return this.#get<EntityScorecardsResponse>(entityPath(entityRef));
  }

  getEntityFacts(entityRef: string) {
    return this.#get<EntityFactsResponse>(entityPath(entityRef, 'facts'));
  }

  getEntityTransitions(
    entityRef: string,
    query: { scorecardRef?: string; cursor?: string; limit?: number } = {},
  ) {
    return this.#get<Page<Transition>>(
      `${entityPath(entityRef)}/transitions${encodeQuery(query)}`,
    );
  }

  getFix(request: {
    entityRef: string;
    scorecardRef: string;
    checkId: string;
  }) {
    const { entityRef, scorecardRef, checkId } = request;
    const { namespace, name } = parseEntityRef(scorecardRef);
    return this.#get<CheckFixResponse>(
      `${entityPath(entityRef)}/fixes${encodePath(namespace, name, checkId)}`,
    );
  }

  getEntityLevels(entityRefs: string[]) {
    return this.#post<EntityLevelsResponse>('/entities/by-refs', {
      entityRefs,
    });
  }

  getOwnerScorecards(ownerRef: string) {
    return this.#get<OwnerScorecardsResponse>(entityPath(ownerRef, 'owners'));
  }

  listScorecards() {
    return this.#get<Page<ScorecardSummary>>('/scorecards');
  }

  getScorecard(scorecardRef: string) {
    return this.#get<ScorecardDetailsResponse>(scorecardPath(scorecardRef));
  }

  listScorecardEntities(
    scorecardRef: string,
    query: ScorecardEntitiesQuery = {},
  ) {
    return this.#get<ScorecardEntitiesPage>(
      `${scorecardPath(scorecardRef)}/entities${encodeQuery({ ...query })}`,
    );
  }

  async getScorecardEntitiesCsv(
    scorecardRef: string,
    query: ScorecardEntitiesQuery = {},
  ) {
    const response = await this.#fetch(
      `${scorecardPath(scorecardRef)}/entities${encodeQuery({
        ...query,
        format: 'csv',
      })}`,
    );
    return await response.blob();
  }

  getRollup(scorecardRef: string, by: RollupBy) {
    return this.#get<RollupResponse>(
      `${scorecardPath(scorecardRef)}/rollup${encodeQuery({ by })}`,
    );
  }

  getHistory(scorecardRef: string, range: { from?: string; to?: string } = {}) {
    return this.#get<HistoryResponse>(
      `${scorecardPath(scorecardRef)}/history${encodeQuery(range)}`,
    );
  }

  preview(request: {
    scorecard: string;
    entityRefs?: string[];
    cursor?: string;
    signal?: AbortSignal;
  }) {
    const { signal, ...body } = request;
    return this.#post<PreviewResponse>('/preview', body, signal);
  }

  async listFacts() {
    return (await this.#get<{ items: KnownFact[] }>('/facts')).items;
  }

  async listSources() {
    return (await this.#get<{ items: FactSourceStatus[] }>('/sources')).items;
  }

  getHealth() {
    return this.#get<HealthResponse>('/health');
  }

  listScorecardVersions(scorecardRef: string) {
    return this.#get<ScorecardVersionsResponse>(
      `${scorecardPath(scorecardRef)}/versions`,
    );
  }

  getScorecardVersion(scorecardRef: string, version: number) {
    return this.#get<ScorecardVersionResponse>(
      `${scorecardPath(scorecardRef)}/versions/${version}`,
    );
  }

  listWaivers(query: WaiversQuery = {}) {
    const { inEffect, ...others } = query;
    return this.#get<Page<Waiver>>(
      `/waivers${encodeQuery({
        ...others,
        ...(inEffect !== undefined && { inEffect: String(inEffect) }),
      })}`,
    );
  }

  getWaiver(id: string) {
    return this.#get<WaiverDetailsResponse>(`/waivers${encodePath(id)}`);
  }

  requestWaiver(request: {
    scorecardRef: string;
    checkId: string;
    entityRef: string;
    reason: string;
    expiresAt: string;
    renews?: string;
  }) {
    return this.#post<Waiver>('/waivers', request);
  }

  requestWaivers(request: {
    scorecardRef: string;
    checkId: string;
    entityRefs: string[];
    reason: string;
    expiresAt: string;
  }) {
    return this.#post<WaiversRequestedResponse>('/waivers', request);
  }

  decideWaiver(
    id: string,
    decision: { decision: WaiverMove; reason?: string },
  ) {
    return this.#post<Waiver>(`/waivers${encodePath(id)}/decisions`, decision);
  }

  answerQuestion(request: AnswerRequest) {
    return this.#post<Attestation>('/attestations', request);
  }

  settleAnswers(id: string, decision: { decision: 'settle'; reason: string }) {
    return this.#post<Attestation>(
      `/attestations${encodePath(id)}/decisions`,
      decision,
    );
  }

  listCampaigns(query: CampaignsQuery = {}) {
    return this.#get<Page<Campaign>>(`/campaigns${encodeQuery({ ...query })}`);
  }

  getCampaign(id: string, query: { limit?: number; teamRef?: string } = {}) {
    return this.#get<CampaignDetailsResponse>(
      `/campaigns${encodePath(id)}${encodeQuery(query)}`,
    );
  }

  previewCampaign(
    draft: Pick<CampaignDraft, 'appliesTo' | 'scorecardRef' | 'target'>,
  ) {
    return this.#post<CampaignPreviewResponse>('/campaigns/preview', draft);
  }

  draftCampaign(draft: CampaignDraft) {
    return this.#post<Campaign>('/campaigns', draft);
  }

  moveCampaign(id: string, request: CampaignMoveRequest) {
    return this.#post<CampaignDetailsResponse>(
      `/campaigns${encodePath(id)}/moves`,
      request,
    );
  }

  async #get<T>(path: string): Promise<T> {
    return await (await this.#fetch(path)).json();
  }

  async #post<T>(
    path: string,
    body: unknown,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await this.#fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
    return await response.json();
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://scorecards${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function entityPath(
  entityRef: string,
  collection: 'entities' | 'facts' | 'owners' = 'entities',
) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/${collection}${encodePath(kind, namespace, name)}`;
}

function scorecardPath(scorecardRef: string) {
  const { namespace, name } = parseEntityRef(scorecardRef, {
    defaultKind: 'scorecard',
    defaultNamespace: 'default',
  });
  return `/scorecards${encodePath(namespace, name)}`;
}
