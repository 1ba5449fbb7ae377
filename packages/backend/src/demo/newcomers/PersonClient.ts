import { DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';

/** Asks the onboarding backend as a person of the demo organisation. */
export type PersonClient = (
  userRef: string,
  path: string,
  /** Read without one. */
  body?: object,
) => Promise<unknown>;

/** Signs each person in at the door of the demo, see `authModuleDemoPerson`. Throws a ResponseError where one is refused. */
export function createPersonClient({
  discovery,
}: {
  discovery: DiscoveryService;
}): PersonClient {
  return async (userRef, path, body) => {
    const authUrl = await discovery.getBaseUrl('auth');
    const signIn = await fetch(
      `${authUrl}/demo/refresh?user=${encodeURIComponent(userRef)}`,
      { headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    if (!signIn.ok) {
      throw await ResponseError.fromResponse(signIn);
    }
    const { backstageIdentity } = (await signIn.json()) as {
      backstageIdentity: { token: string };
    };
    const url = await discovery.getBaseUrl('onboarding');
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        Authorization: `Bearer ${backstageIdentity.token}`,
        'Content-Type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  };
}
