import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { defineRoute } from '@fairlead/backend-routes';
import { isolated } from '@fairlead/bidi-text';
import { z } from 'zod';
import { Inbox } from '../../intake/inbox';
import { untilStored } from '../../intake/inbox/untilStored';
import { IntakeResponseSchema } from '../schema/events';
import { WebhookRequest } from '../schema/webhooks';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';

/** A webhook of five megabytes, with every quotation mark in it escaped once more. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Who proves the senders of webhooks. */
const INGRESS = 'plugin:events';

export function createWebhookRoutes(options: {
  auth: AuthService;
  inbox: Inbox;
  sources: SourceRegistry;
}) {
  const { auth, inbox, sources } = options;
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
      async handle({ params, body, credentials }) {
        assertIngress(auth, credentials);
        const source = sources.ofTopic(params.topic);
        if (!source) {
          throw new NotFoundError(
            isolated`No source reads topic '${params.topic}'`,
          );
        }
        const payload = parsePayload(body.payload);
        const received = await untilStored(
          () =>
            inbox.receive(source, [payload], {
              via: 'webhook',
              headers: body.headers,
            }),
          { soon: true },
        );
        const [rejection] = received.rejected;
        if (rejection) {
          throw new InputError(`Payload: ${rejection.reason}`);
        }
        return received;
      },
    }),
  ];
}

function assertIngress(
  auth: AuthService,
  credentials: BackstageCredentials,
): void {
  const isIngress =
    auth.isPrincipal(credentials, 'service') &&
    credentials.principal.subject === INGRESS;
  if (!isIngress) {
    throw new NotAllowedError(
      "Webhooks come through the events backend: send them to '/api/events/http'",
    );
  }
}

function parsePayload(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("Body 'payload': is not JSON");
  }
}
