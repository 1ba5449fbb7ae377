import { APIRequestContext, expect } from '@playwright/test';
import { backend } from './addresses';

/** Asks the backend something, signed in as the guest. */
export async function ask<T>(
  request: APIRequestContext,
  path: string,
): Promise<T> {
  const answer = await request.get(`${backend}/api${path}`, {
    headers: await signIn(request),
  });
  expect(answer.ok()).toBe(true);
  return answer.json();
}

/** Has the backend do something, signed in as the guest. */
export async function tell<T>(
  request: APIRequestContext,
  path: string,
  data: object,
): Promise<T> {
  const answer = await request.post(`${backend}/api${path}`, {
    headers: await signIn(request),
    data,
  });
  expect(answer.ok()).toBe(true);
  return answer.json();
}

async function signIn(request: APIRequestContext) {
  const answer = await request.get(`${backend}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  expect(answer.ok()).toBe(true);
  const { backstageIdentity } = await answer.json();
  return { Authorization: `Bearer ${backstageIdentity.token}` };
}
