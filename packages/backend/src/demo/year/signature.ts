import { createHmac } from 'node:crypto';

/** The signature of a body, as GitHub, PagerDuty and Rootly make it. */
export function hmacOf(secret: string, body: string): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}
