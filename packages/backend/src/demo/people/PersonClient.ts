import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Asks a plugin; a request without a body reads. */
type Ask = (userRef: string, path: string, body?: object) => Promise<unknown>;

/** Asks a plugin for people of the demo organisation. */
export interface PersonClient {
  /** As the person. */
  askAs: Ask;
  /** As software that acts for the person, which may tell when something was done. */
  askFor: Ask;
}

/** Signs each person in at the door of the demo, see `authModuleDemoPerson`. Throws a ResponseError where one is refused. */
export function createPersonClient({
  auth,
  discovery,
  pluginId,
}: {
  auth: AuthService;
  discovery: DiscoveryService;
  pluginId: string;
}): PersonClient {
  return {
    askAs: async (userRef, path, body) =>
      send(await signIn(userRef), path, body),
    askFor: async (userRef, path, body) => {
      const { token } = await auth.getPluginRequestToken({
        onBehalfOf: await auth.authenticate(await signIn(userRef)),
        targetPluginId: pluginId,
      });
      return send(token, path, body);
    },
  };

  async function signIn(userRef: string): Promise<string> {
    const url = await discovery.getBaseUrl('auth');
    const response = await fetch(
      `${url}/demo/refresh?user=${encodeURIComponent(userRef)}`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { backstageIdentity } = (await response.json()) as {
      backstageIdentity: { token: string };
    };
    return backstageIdentity.token;
  }

  async function send(
    token: string,
    path: string,
    body: object | undefined,
  ): Promise<unknown> {
    const url = await discovery.getBaseUrl(pluginId);
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
