import { APIRequestContext, expect } from '@playwright/test';
import { backend } from './addresses';

/** Asks the backend something, signed in as the guest. */
export async function ask<T>(
  request: APIRequestContext,
  path: string,
): Promise<T> {
  const signIn = await request.get(`${backend}/api/auth/guest/refresh`, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  expect(signIn.ok()).toBe(true);
  const { backstageIdentity } = await signIn.json();
  const answer = await request.get(`${backend}/api${path}`, {
    headers: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
  expect(answer.ok()).toBe(true);
  return answer.json();
}
