import { parseEntityRef } from '@backstage/catalog-model';
import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  AnswerBuddy,
  AskForHelp,
  CompleteTask,
  EndJourney,
  EntityOnboarding,
  Journey,
  MyJourneys,
  PreviewTrack,
  ReplyToHelp,
  StartJourney,
  TeamOnboarding,
  TrackDetail,
  TrackInsights,
  TrackPage,
  TrackPreview,
  VoteOnDocs,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';
import { encodePath, encodeQuery } from '@fairlead/frontend-parts';
import {
  InsightsQuery,
  JourneyAnswer,
  OnboardingApi,
  TracksQuery,
} from './OnboardingApi';

/**
 * {@link OnboardingApi} over HTTP. A refused request throws the `ResponseError` of `@backstage/errors`.
 *
 * @public
 */
export class OnboardingClient implements OnboardingApi {
  readonly #fetchApi: FetchApi;

  static create(options: { fetchApi: FetchApi }) {
    return new OnboardingClient(options.fetchApi);
  }

  private constructor(fetchApi: FetchApi) {
    this.#fetchApi = fetchApi;
  }

  getMine() {
    return this.#get<MyJourneys>('/journeys/me');
  }

  getJourney(id: string) {
    return this.#get<Journey>(journeyPath(id));
  }

  startJourney(start: StartJourney) {
    return this.#post<JourneyAnswer>('/journeys', start);
  }

  moveJourney(id: string) {
    return this.#post<JourneyAnswer>(`${journeyPath(id)}/move`, {});
  }

  endJourney(id: string, end: EndJourney) {
    return this.#post<JourneyAnswer>(`${journeyPath(id)}/end`, end);
  }

  answerBuddy(id: string, answer: AnswerBuddy) {
    return this.#post<JourneyAnswer>(`${journeyPath(id)}/buddy`, answer);
  }

  completeTask(id: string, task: string, complete: CompleteTask = {}) {
    return this.#post<JourneyAnswer>(
      `${taskPath(id, task)}/complete`,
      complete,
    );
  }

  waiveTask(id: string, task: string, waive: WaiveTask) {
    return this.#post<JourneyAnswer>(`${taskPath(id, task)}/waive`, waive);
  }

  startTask(id: string, task: string) {
    return this.#post<JourneyAnswer>(`${taskPath(id, task)}/start`, {});
  }

  askForHelp(id: string, task: string, question: AskForHelp) {
    return this.#post<JourneyAnswer>(`${taskPath(id, task)}/help`, question);
  }

  solveHelp(id: string, task: string) {
    return this.#post<JourneyAnswer>(`${taskPath(id, task)}/solved`, {});
  }

  voteOnDocs(id: string, task: string, vote: VoteOnDocs) {
    return this.#post<JourneyAnswer>(`${taskPath(id, task)}/vote`, vote);
  }

  async replyToHelp(requestId: string, reply: ReplyToHelp) {
    await this.#send(`/help-requests${encodePath(requestId)}/reply`, reply);
  }

  listTracks(query: TracksQuery = {}) {
    return this.#get<TrackPage>(`/tracks${encodeQuery({ ...query })}`);
  }

  getTrack(trackRef: string) {
    return this.#get<TrackDetail>(trackPath(trackRef));
  }

  getInsights(trackRef: string, query: InsightsQuery = {}) {
    return this.#get<TrackInsights>(
      `${trackPath(trackRef)}/insights${encodeQuery({ ...query })}`,
    );
  }

  previewTrack(preview: PreviewTrack) {
    return this.#post<TrackPreview>('/preview', preview);
  }

  getTeam(teamRef: string) {
    return this.#get<TeamOnboarding>(entityPath('teams', teamRef));
  }

  getEntity(entityRef: string) {
    return this.#get<EntityOnboarding>(entityPath('entities', entityRef));
  }

  async #get<T>(path: string): Promise<T> {
    return await (await this.#fetch(path)).json();
  }

  async #post<T>(path: string, body: unknown): Promise<T> {
    return await (await this.#send(path, body)).json();
  }

  async #send(path: string, body: unknown): Promise<Response> {
    return await this.#fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #fetch(path: string, init?: RequestInit): Promise<Response> {
    const response = await this.#fetchApi.fetch(
      `plugin://onboarding${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function journeyPath(id: string) {
  return `/journeys${encodePath(id)}`;
}

function taskPath(id: string, task: string) {
  return `${journeyPath(id)}/tasks${encodePath(task)}`;
}

function trackPath(trackRef: string) {
  const { namespace, name } = parseEntityRef(trackRef);
  return `/tracks${encodePath(namespace, name)}`;
}

function entityPath(collection: string, entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/${collection}${encodePath(kind, namespace, name)}`;
}
