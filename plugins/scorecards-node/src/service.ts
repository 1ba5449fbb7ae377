import {
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  Fact,
  FactEntry,
  GateRequest,
  GateResponse,
  KnownFact,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardsServiceClient } from './ScorecardsServiceClient';

/**
 * The scorecards backend as other backends see it: the service caller of the fact sink.
 *
 * @public
 */
export interface ScorecardsService {
  /**
   * Stores facts; see `POST /facts`. Any number of entries may be given, they are sent in parts. Entries that are not
   * taken come back in `rejected`, with their index among those given.
   *
   * @throws ResponseError when a part is refused as a whole; parts sent before it stay stored.
   */
  putFacts(entries: FactEntry[]): Promise<PostFactsResponse>;
  /** All facts that scorecards may name. */
  listFacts(): Promise<KnownFact[]>;
  /** The newest values of an entity; see `GET /facts/:kind/:namespace/:name`. None of an entity that is not known. */
  readFacts(entityRef: string): Promise<Fact[]>;
  /**
   * Whether entities hold a level or checks of a scorecard, as somebody may see it; see `POST /gate`.
   *
   * @throws ResponseError for a scorecard, a level or a check that there is not.
   */
  checkGate(
    request: GateRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<GateResponse>;
}

/**
 * Reaches the scorecards backend from another plugin, with that plugin's own credentials.
 *
 * @public
 */
export const scorecardsServiceRef = createServiceRef<ScorecardsService>({
  id: 'scorecards.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => ScorecardsServiceClient.create(deps),
    }),
});
