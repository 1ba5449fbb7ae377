import { randomBytes } from 'node:crypto';

const TOKEN = randomBytes(24).toString('hex');

/** `backend.auth` that lets the bench in as an external service. */
export const SERVICE_TOKEN_CONFIG = {
  externalAccess: [
    { type: 'static', options: { token: TOKEN, subject: 'bench' } },
  ],
};

/** The headers of a request made as that service. */
export function serviceHeaders(): Record<string, string> {
  return {
    Authorization: `Bearer ${TOKEN}`,
    'Content-Type': 'application/json',
  };
}
