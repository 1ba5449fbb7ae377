import { parseEntityRef } from '@backstage/catalog-model';
import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AddFollowUp,
  ChangeFollowUp,
  ChangeUse,
  CoverageAnswer,
  EntityRunbooks,
  FinishUse,
  FiringAnswer,
  IncidentDetail,
  IncidentPage,
  LinkChange,
  LintAnswer,
  RunbookDetail,
  RunbookDraftAnswer,
  RunbookFor,
  RunbookPage,
  RunbookUse,
  StartUse,
  TeamRunbooks,
  TellMoment,
  UsePage,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';
import { encodePath } from '@fairlead/frontend-parts';
import {
  AlertOnEntity,
  CoverageQuery,
  FiringQuery,
  IncidentsQuery,
  RunbooksApi,
  RunbooksQuery,
  UsesQuery,
} from './RunbooksApi';

/**
 * {@link RunbooksApi} over HTTP. A refused request throws the `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export class RunbooksClient implements RunbooksApi {
  readonly #fetchApi: FetchApi;

  static create(options: { fetchApi: FetchApi }) {
    return new RunbooksClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  getEntityRunbooks(entityRef: string) {
    return this.#get<EntityRunbooks>(entityPath('entities', entityRef));
  }

  listRunbooks(query: RunbooksQuery = {}) {
    return this.#get<RunbookPage>('/runbooks', { ...query });
  }

  getRunbook(id: string) {
    return this.#get<RunbookDetail>(`/runbooks${encodePath(id)}`);
  }

  async verifyRunbook(id: string) {
    await this.#send('POST', `/runbooks${encodePath(id)}/verifications`, {});
  }

  async lint(text: string) {
    const response = await this.#send('POST', '/lint', { text });
    return (await response.json()) as LintAnswer;
  }

  getFiring(query: FiringQuery = {}) {
    return this.#get<FiringAnswer>('/firing', { ...query });
  }

  getRunbookFor(query: AlertOnEntity) {
    return this.#get<RunbookFor>('/for', { ...query });
  }

  getCoverage(query: CoverageQuery = {}) {
    return this.#get<CoverageAnswer>('/coverage', { ...query });
  }

  getDraft(query: AlertOnEntity) {
    return this.#get<RunbookDraftAnswer>('/coverage/drafts', { ...query });
  }

  getTeamRunbooks(teamRef: string) {
    return this.#get<TeamRunbooks>(entityPath('teams', teamRef));
  }

  listUses(query: UsesQuery = {}) {
    return this.#get<UsePage>('/uses', { ...query });
  }

  getUse(id: string) {
    return this.#get<RunbookUse>(`/uses${encodePath(id)}`);
  }

  async startUse(start: StartUse) {
    const response = await this.#send('POST', '/uses', start);
    return (await response.json()) as RunbookUse;
  }

  async changeUse(id: string, change: ChangeUse) {
    const response = await this.#send(
      'PATCH',
      `/uses${encodePath(id)}`,
      change,
    );
    return (await response.json()) as RunbookUse;
  }

  async finishUse(id: string, finish: FinishUse) {
    const response = await this.#send(
      'POST',
      `/uses${encodePath(id)}/finish`,
      finish,
    );
    return (await response.json()) as RunbookUse;
  }

  async getTimeline(useId: string) {
    const response = await this.#fetch(`/uses${encodePath(useId)}/timeline`);
    return await response.text();
  }

  listIncidents(query: IncidentsQuery = {}) {
    return this.#get<IncidentPage>('/incidents', { ...query });
  }

  getIncident(id: string) {
    return this.#get<IncidentDetail>(`/incidents${encodePath(id)}`);
  }

  async tellMoment(incidentId: string, moment: TellMoment) {
    await this.#send('POST', `${incidentPath(incidentId)}/stages`, moment);
  }

  async writeReview(incidentId: string, review: WriteReview) {
    await this.#send('POST', `${incidentPath(incidentId)}/review`, review);
  }

  async linkChange(incidentId: string, change: LinkChange) {
    await this.#send('POST', `${incidentPath(incidentId)}/changes`, change);
  }

  async addFollowUp(incidentId: string, followUp: AddFollowUp) {
    await this.#send(
      'POST',
      `${incidentPath(incidentId)}/follow-ups`,
      followUp,
    );
  }

  async changeFollowUp(
    incidentId: string,
    followUpId: string,
    change: ChangeFollowUp,
  ) {
    const followUps = `${incidentPath(incidentId)}/follow-ups`;
    await this.#send('PATCH', `${followUps}${encodePath(followUpId)}`, change);
  }

  async #get<T>(path: string, query: Query = {}): Promise<T> {
    return await (await this.#fetch(`${path}${encodeQuery(query)}`)).json();
  }

  async #send(
    method: 'POST' | 'PATCH',
    path: string,
    body: unknown,
  ): Promise<Response> {
    return await this.#fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://runbooks${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

type Query = Record<
  string,
  string | number | boolean | readonly string[] | undefined
>;

/** A list is sent as its name repeated, which is how the backend takes several owners. */
function encodeQuery(query: Query): string {
  const params = Object.entries(query).flatMap(([name, value]) =>
    [value ?? ''].flat().map(one => [name, String(one)]),
  );
  const text = new URLSearchParams(
    params.filter(([, value]) => value !== ''),
  ).toString();
  return text && `?${text}`;
}

function entityPath(collection: string, entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/${collection}${encodePath(kind, namespace, name)}`;
}

function incidentPath(id: string) {
  return `/incidents${encodePath(id)}`;
}
