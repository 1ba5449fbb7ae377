import { defineRoute } from '@fairlead/backend-routes';
import { z } from 'zod';
import { AuthorizedWebhooks } from '../../intake/webhooks/AuthorizedWebhooks';
import { IntakeResponseSchema } from '../schema/events';
import { WebhookRequest } from '../schema/webhooks';

/** A webhook of five megabytes, with every quotation mark in it escaped once more. */
const MAX_BYTES = 16 * 1024 * 1024;

export function createWebhookRoutes(options: { webhooks: AuthorizedWebhooks }) {
  const { webhooks } = options;
  return [
    defineRoute({
      operationId: 'postWebhook',
      summary: 'Takes a webhook whose sender is proven',
      description:
        "For the events backend of the same portal, which verifies webhooks at '/api/events/http' and answers their senders once they are stored here. Nobody else may call it.",
      method: 'post',
      path: '/webhooks/:topic',
      params: z.strictObject({ topic: z.string().max(100) }),
      body: WebhookRequest,
      bodyLimit: MAX_BYTES,
      allow: ['service'],
      response: {
        status: 202,
        description: 'It is stored, now or before',
        content: { 'application/json': IntakeResponseSchema },
      },
      errors: [404, 413],
      handle: async ({ params, body, credentials }) =>
        webhooks.put({ ...params, ...body }, { credentials }),
    }),
  ];
}
