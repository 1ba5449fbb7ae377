import { ServiceUnavailableError } from '@backstage/errors';
import express, { Request, Router } from 'express';
import createRouter from 'express-promise-router';
import { WebhookRequest } from './GuardedIngress';
import { IngressDoor } from './IngressDoor';
import { readCharset } from './readCharset';

/** As much as the events backend takes on routes of its own. */
const MAX_SIZE = '5mb';

/** Seconds. */
const RETRY_AFTER = 30;

/** The route of an ingress, with the answers that the events backend gives on its own. */
export function createWebhookRouter(topic: string, door: IngressDoor): Router {
  const router = createRouter();
  router.post(
    `/http/${topic}`,
    express.raw({ type: () => true, limit: MAX_SIZE }),
    async (request, response) => {
      try {
        await door.take(toWebhook(request));
      } catch (error) {
        if (error instanceof ServiceUnavailableError) {
          response.setHeader('Retry-After', RETRY_AFTER);
        }
        throw error;
      }
      response.status(202).json({ status: 'accepted' });
    },
  );
  return router;
}

function toWebhook({ body, headers }: Request): WebhookRequest {
  const encoding = readCharset(headers['content-type']);
  // A request without a body has an empty object for one.
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  return { headers, raw: { body: bytes, encoding } };
}
