import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  FactEntry,
  KnownFact,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';

/**
 * The scorecards backend as other backends see it: the service caller of the fact sink.
 *
 * @public
 */
export interface ScorecardsService {
  /** Stores facts; see `POST /facts`. Entries that are not taken come back in `rejected`. */
  putFacts(entries: FactEntry[]): Promise<PostFactsResponse>;
  /** All facts that scorecards may name. */
  listFacts(): Promise<KnownFact[]>;
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
      factory({ auth, discovery }) {
        async function request<T>(path: string, init?: RequestInit) {
          const [baseUrl, { token }] = await Promise.all([
            discovery.getBaseUrl('scorecards'),
            auth.getPluginRequestToken({
              onBehalfOf: await auth.getOwnServiceCredentials(),
              targetPluginId: 'scorecards',
            }),
          ]);
          const response = await fetch(`${baseUrl}${path}`, {
            ...init,
            headers: {
              Authorization: `Bearer ${token}`,
              'Content-Type': 'application/json',
            },
          });
          if (!response.ok) {
            throw await ResponseError.fromResponse(response);
          }
          return (await response.json()) as T;
        }
        return {
          putFacts: entries =>
            request<PostFactsResponse>('/facts', {
              method: 'POST',
              body: JSON.stringify({ facts: entries }),
            }),
          listFacts: async () =>
            (await request<{ items: KnownFact[] }>('/facts')).items,
        };
      },
    }),
});
