import { serviceHeaders } from '../servers/serviceToken';
import { Server } from '../servers/startServer';

/** Sends a request to the onboarding backend, as a service or by these headers, and throws unless it is answered as done. */
export async function askOnboarding<T>(
  { url }: Server,
  method: 'GET' | 'POST',
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<T> {
  const { body, headers } = options;
  const response = await fetch(`${url}/api/onboarding${path}`, {
    method,
    headers: { ...serviceHeaders(), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${await response.text()}`);
  }
  return response.json();
}

/** Runs a task now; false where it is running already. */
export async function triggerTask(
  { url }: Server,
  task: string,
): Promise<boolean> {
  const response = await fetch(
    `${url}/api/onboarding/.backstage/scheduler/v1/tasks/${task}/trigger`,
    { method: 'POST', headers: serviceHeaders() },
  );
  if (!response.ok && response.status !== 409) {
    throw new Error(`'${task}' could not be triggered: ${response.status}`);
  }
  return response.ok;
}
