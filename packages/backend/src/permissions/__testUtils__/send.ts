import { PortalRequest } from './calls';

/** Sends a request with a token, or without credentials. An answer that is not JSON has an empty body. */
export async function send(
  portal: { url: string },
  { path, method, body, mediaType = 'application/json' }: PortalRequest,
  token: string | undefined,
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${portal.url}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': mediaType }),
    },
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  const isJson = response.headers.get('Content-Type')?.includes('json');
  return {
    status: response.status,
    body: isJson ? await response.json() : {},
  };
}
