import { AuthService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonValue } from '@backstage/types';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import {
  defineRoute,
  findVisibleRefs,
  Senders,
} from '@fairlead/backend-routes';
import { IncomingHttpHeaders } from 'node:http';
import { Inbox } from '../../intake/inbox';
import { receiveChecked } from '../../intake/inbox/receiveChecked';
import { EventsRequest, IntakeResponseSchema } from '../schema/events';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';

const MAX_BYTES = 5 * 1024 * 1024;

/** The source that reads what is posted. */
const CDEVENTS = 'cdevents';

export function createEventRoutes(options: {
  auth: AuthService;
  catalog: CatalogService;
  context: ReadContext;
  inbox: Inbox;
  senders: Senders;
  sources: SourceRegistry;
}) {
  const { senders, sources } = options;
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
        await senders.assertSender(CDEVENTS, { credentials });
        const source = sources.get(CDEVENTS);
        if (!source) {
          throw new NotFoundError(
            "Nothing here reads CDEvents: install '@fairlead/backstage-plugin-delivery-backend-module-cdevents'",
          );
        }
        const payloads = (Array.isArray(body) ? body : [body]) as JsonValue[];
        const received = await receiveChecked(source, payloads, {
          ...options,
          findVisible: refs =>
            findVisibleRefs(refs, { ...options, credentials }),
          headers: readHeaders(req.headers),
        });
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
