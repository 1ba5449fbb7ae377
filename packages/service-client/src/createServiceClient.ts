import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/**
 * Sends a request to the backend of one plugin.
 *
 * @param path - below the root of the plugin, with its query
 * @throws ResponseError if the answer is none of success
 * @public
 */
export type ServiceClient = (
  path: string,
  init?: {
    method?: string;
    body?: string;
    signal?: AbortSignal;
    /** Of whom it is asked for; the service itself when left out. */
    onBehalfOf?: BackstageCredentials;
  },
) => Promise<Response>;

/**
 * Makes what asks the backend of a plugin from another, as the service that it is or for somebody. Bodies are JSON.
 *
 * @public
 */
export function createServiceClient(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  /** Whom to ask. */
  pluginId: string;
}): ServiceClient {
  const { auth, discovery, pluginId } = options;
  return async (path, { onBehalfOf, ...init } = {}) => {
    const [baseUrl, { token }] = await Promise.all([
      discovery.getBaseUrl(pluginId),
      auth.getPluginRequestToken({
        onBehalfOf: onBehalfOf ?? (await auth.getOwnServiceCredentials()),
        targetPluginId: pluginId,
      }),
    ]);
    const response = await fetch(baseUrl + path, {
      ...init,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  };
}
