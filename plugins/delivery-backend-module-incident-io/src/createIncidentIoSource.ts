import { JsonValue } from '@backstage/types';
import {
  DeliverySource,
  Observation,
  parsePayload,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { incidentIoIngress } from './incidentIoIngress';
import {
  followUpSchema,
  incidentSchema,
  reviewSchema,
  statusUpdateSchema,
  webhookSchema,
} from './payload';
import { readFollowUp, readReview } from './readAfterwards';
import {
  CATALOG_ENTRY_ANNOTATION,
  readIncident,
  readStatusUpdate,
  SOURCE,
  USER_ANNOTATION,
} from './readIncident';
import { DEFAULT_STAGES, Stages } from './stages';

type Reader = (
  payload: JsonValue,
  type: string,
  context: ReadContext & { stages: Stages },
) => Observation[];

/** Reads what stands under the key that is the type. */
const reader =
  <TSchema extends z.ZodType>(
    schema: TSchema,
    read: (
      content: z.output<TSchema>,
      context: ReadContext & { stages: Stages },
    ) => Observation[],
  ): Reader =>
  (payload, type, context) => {
    const parsed = parsePayload(z.object({ [type]: schema }), payload);
    return read(parsed[type] as z.output<TSchema>, context);
  };

const READERS = new Map<string, Reader>([
  ['public_incident.incident_created_v2', reader(incidentSchema, readIncident)],
  ['public_incident.incident_updated_v2', reader(incidentSchema, readIncident)],
  [
    'public_incident.incident_status_updated_v2',
    reader(statusUpdateSchema, readStatusUpdate),
  ],
  [
    'public_incident.postmortem_document_status_updated_v1',
    reader(reviewSchema, readReview),
  ],
  ...['created_v1', 'updated_v1', 'created_v2', 'updated_v2'].map(
    (event): [string, Reader] => [
      `public_incident.follow_up_${event}`,
      reader(followUpSchema, readFollowUp),
    ],
  ),
]);

/** Known webhooks of which nothing is kept: of what is private they tell no more than an id. */
const OTHERS =
  /^(private_\w+|public_alert|public_escalation|schedule|status_page_incident)\.|^public_incident\.action_/;

/** Reads the webhooks of incident.io. */
export function createIncidentIoSource(options: {
  /** Set while it takes nothing. */
  off?: DeliverySource['off'];
  /** By which timestamps the stages of an incident are known. */
  stages?: Stages;
}): DeliverySource {
  const { off, stages = DEFAULT_STAGES } = options;
  return {
    id: SOURCE,
    title: 'incident.io',
    topics: [incidentIoIngress.topic],
    naming: {
      services: [
        { annotation: CATALOG_ENTRY_ANNOTATION, example: 'checkout-api' },
      ],
      login: USER_ANNOTATION,
    },
    off,
    setup:
      'Add a webhook endpoint with the events of public incidents, follow-ups and post-mortems.',
    typeOf: payload => webhookSchema.safeParse(payload).data?.event_type,
    read({ type, payload }, context) {
      const read = READERS.get(type);
      if (read) {
        return read(payload, type, { ...context, stages });
      }
      return OTHERS.test(type) ? [] : undefined;
    },
  };
}
