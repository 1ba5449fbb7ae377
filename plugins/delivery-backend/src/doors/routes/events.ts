import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { defineRoute } from '@fairlead/backend-routes';
import { IncomingHttpHeaders } from 'node:http';
import { AuthorizedEvents } from '../../intake/events/AuthorizedEvents';
import { EventsRequest, IntakeResponseSchema } from '../schema/events';

const MAX_BYTES = 5 * 1024 * 1024;

export function createEventRoutes(options: { events: AuthorizedEvents }) {
  const { events } = options;
  return [
    defineRoute({
      operationId: 'postEvents',
      summary: 'Takes CDEvents',
      description:
        'A CDEvent, a CloudEvent that holds one, or a list of either. Of a list each event is taken or rejected by itself; the same event sent again is not stored again.',
      method: 'post',
      path: '/events',
      body: EventsRequest,
      bodyLimit: MAX_BYTES,
      mediaTypes: [
        'application/json',
        'application/cloudevents+json',
        'application/cloudevents-batch+json',
      ],
      response: {
        status: 202,
        description: 'How many events were taken, and which were not',
        content: { 'application/json': IntakeResponseSchema },
      },
      errors: [404, 413],
      async handle({ body, credentials, req }) {
        const received = await events.put(
          {
            events: (Array.isArray(body) ? body : [body]) as JsonValue[],
            headers: readHeaders(req.headers),
          },
          { credentials },
        );
        const [rejection] = received.rejected;
        if (rejection && !Array.isArray(body)) {
          throw new InputError(`Body: ${rejection.reason}`);
        }
        return received;
      },
    }),
  ];
}

function readHeaders(
  headers: IncomingHttpHeaders,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  );
}
