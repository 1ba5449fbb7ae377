import {
  DeliverySource,
  parsePayload,
} from '@fairlead/backstage-plugin-delivery-node';
import { eventSchema } from './payload';
import {
  FUNCTIONALITY_ANNOTATION,
  readIncident,
  readReview,
  SERVICE_ANNOTATION,
  SOURCE,
  USER_ANNOTATION,
} from './readIncident';
import { rootlyIngress } from './rootlyIngress';

/** Events that carry the whole incident. */
const INCIDENT_EVENTS = [
  'incident.created',
  'incident.updated',
  'incident.in_triage',
  'incident.mitigated',
  'incident.resolved',
  'incident.cancelled',
  'incident.deleted',
];

/** Events that carry the review of an incident. */
const REVIEW_EVENTS = [
  'incident_post_mortem.created',
  'incident_post_mortem.updated',
  'incident_post_mortem.published',
];

/** Known events of which nothing is kept: what is planned is no incident. */
const OTHERS =
  /^(alert|pulse|genius_workflow_run|incident\.scheduled|incident_event|incident_status_page_event|incident_post_mortem)\./;

/** Reads the webhooks of Rootly. */
export function createRootlySource(options: {
  /** Set while it takes nothing. */
  off?: DeliverySource['off'];
}): DeliverySource {
  const { off } = options;
  return {
    id: SOURCE,
    title: 'Rootly',
    topics: [rootlyIngress.topic],
    naming: {
      services: [SERVICE_ANNOTATION, FUNCTIONALITY_ANNOTATION].map(
        annotation => ({
          annotation,
          example: '4c8f2a1e-5d0b-4f5e-9a55-0c1f2a7f6b3d',
        }),
      ),
      login: USER_ANNOTATION,
    },
    off,
    setup: 'Add a webhook with the events of incidents and retrospectives.',
    typeOf: payload => eventSchema.safeParse(payload).data?.event.type,
    keyOf: payload => parsePayload(eventSchema, payload).event.id,
    read({ type, payload }, context) {
      if (INCIDENT_EVENTS.includes(type)) {
        return readIncident(payload, context);
      }
      if (REVIEW_EVENTS.includes(type)) {
        return readReview(payload);
      }
      return OTHERS.test(type) ? [] : undefined;
    },
  };
}
