import {
  DeliverySource,
  parsePayload,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { eventSchema } from './payload';
import { pagerDutyIngress } from './pagerDutyIngress';
import {
  readFields,
  readIncident,
  readResponder,
  SERVICE_ANNOTATION,
  USER_ANNOTATION,
} from './readIncident';

/** Events that carry the whole incident. */
const INCIDENT_EVENTS = [
  'incident.triggered',
  'incident.acknowledged',
  'incident.unacknowledged',
  'incident.escalated',
  'incident.delegated',
  'incident.reassigned',
  'incident.priority_updated',
  'incident.service_updated',
  'incident.reopened',
  'incident.resolved',
];

/** Known events of which nothing is kept. */
const OTHER_EVENTS = [
  'incident.action_invocation.created',
  'incident.action_invocation.terminated',
  'incident.action_invocation.updated',
  'incident.annotated',
  'incident.conference_bridge.updated',
  'incident.incident_type.changed',
  'incident.responder.added',
  'incident.role.assigned',
  'incident.role.unassigned',
  'incident.status_update_published',
  'incident.workflow.completed',
  'incident.workflow.started',
  'pagey.ping',
  'service.created',
  'service.custom_field_values.updated',
  'service.deleted',
  'service.updated',
];

const typeSchema = z.object({ event: z.object({ event_type: z.string() }) });

/** Reads the V3 webhooks of PagerDuty. */
export function createPagerDutySource(options: {
  /** Set while it takes nothing. */
  off?: DeliverySource['off'];
}): DeliverySource {
  const { off } = options;
  return {
    id: 'pagerduty',
    title: 'PagerDuty',
    topics: [pagerDutyIngress.topic],
    naming: {
      services: [{ annotation: SERVICE_ANNOTATION, example: 'PABC123' }],
      login: USER_ANNOTATION,
    },
    off,
    setup: 'Add a generic webhook (v3) to the account or the service.',
    typeOf: payload => typeSchema.safeParse(payload).data?.event.event_type,
    keyOf: payload => parsePayload(eventSchema, payload).event.id,
    read({ type, payload }, context) {
      if (INCIDENT_EVENTS.includes(type)) {
        return readIncident(payload, context);
      }
      if (type === 'incident.responder.replied') {
        return readResponder(payload, context);
      }
      if (type === 'incident.custom_field_values.updated') {
        return readFields(payload);
      }
      return OTHER_EVENTS.includes(type) ? [] : undefined;
    },
  };
}
