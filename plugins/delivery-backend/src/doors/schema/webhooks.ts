import { z } from 'zod';

export const WebhookRequest = z
  .strictObject({
    headers: z
      .record(z.string(), z.string())
      .meta({ description: 'Of the webhook, with names in lower case' }),
    payload: z
      .string()
      .meta({ description: 'The body of the webhook as it was sent: JSON' }),
  })
  .meta({ id: 'WebhookRequest' });
