import { JsonValue } from '@backstage/types';
import { FoundBy } from '@fairlead/backstage-plugin-delivery-common';
import {
  findRunbookUrl,
  Observation,
  parsePayload,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import {
  fieldsEventSchema,
  incidentEventSchema,
  Reference,
  responderEventSchema,
} from './payload';

/** By which users name their id at PagerDuty. */
export const USER_ANNOTATION = 'pagerduty.com/user-id';

/** By which entities name a service of PagerDuty. */
export const SERVICE_ANNOTATION = 'pagerduty.com/service-id';

/** Those of the references that are people; incidents are assigned to escalation policies too. */
function people(
  references: readonly (Reference | null | undefined)[],
  context: ReadContext,
): string[] {
  return references
    .filter(reference => reference?.type?.startsWith('user'))
    .map(reference =>
      context.person(USER_ANNOTATION, (reference as Reference).id),
    );
}

/** Who triggered an incident: what monitors something comes in by an integration. */
function foundBy(agent: Reference | null | undefined): FoundBy | undefined {
  if (agent?.type?.endsWith('inbound_integration_reference')) {
    return 'alert';
  }
  return agent?.type?.startsWith('user') ? 'person' : undefined;
}

/** Reads an event that carries the whole incident. */
export function readIncident(
  payload: JsonValue,
  context: ReadContext,
): Observation[] {
  const {
    event_type: type,
    occurred_at: at,
    agent,
    data,
  } = parsePayload(incidentEventSchema, payload).event;
  const isAcknowledged = type === 'incident.acknowledged';
  const detectedAt =
    data.created_at ?? (type === 'incident.triggered' ? at : undefined);
  const responders = people(
    [...(data.assignees ?? []), isAcknowledged ? agent : undefined],
    context,
  );
  return [
    {
      record: {
        kind: 'incident',
        source: 'pagerduty',
        externalId: data.id,
        title: data.title ?? undefined,
        // Priorities are set up by the organisation; without them PagerDuty knows only high and low urgency.
        severity: data.priority?.summary ?? data.urgency ?? undefined,
        url: data.html_url ?? undefined,
        foundBy: type === 'incident.triggered' ? foundBy(agent) : undefined,
        detectedAt,
        ackAt: isAcknowledged ? at : undefined,
        resolutions: type === 'incident.resolved' ? [at] : undefined,
        reopened: type === 'incident.reopened' ? [at] : undefined,
        responders: responders.length > 0 ? responders : undefined,
      },
      occurredAt: at,
      subjects: data.service
        ? [{ annotation: SERVICE_ANNOTATION, value: data.service.id }]
        : [],
      // An incident can be moved to another service.
      subjectsAreAll: true,
    },
  ];
}

/** Reads the answer of someone who was asked to help. */
export function readResponder(
  payload: JsonValue,
  context: ReadContext,
): Observation[] {
  const { occurred_at: occurredAt, data } = parsePayload(
    responderEventSchema,
    payload,
  ).event;
  const responders =
    data.state === 'accepted' ? people([data.user], context) : [];
  return responders.length === 0
    ? []
    : [
        {
          record: {
            kind: 'incident',
            source: 'pagerduty',
            externalId: data.incident.id,
            responders,
          },
          occurredAt,
          // PagerDuty names the service on the incident, not on what happened to it.
          subjects: [],
        },
      ];
}

/** Reads the fields of an incident, of which one may say where its runbook is. */
export function readFields(payload: JsonValue): Observation[] {
  const { occurred_at: occurredAt, data } = parsePayload(
    fieldsEventSchema,
    payload,
  ).event;
  const runbookUrl = findRunbookUrl(
    (data.custom_fields ?? []).map(({ name, value }) => [name, value]),
  );
  return runbookUrl === undefined
    ? []
    : [
        {
          record: {
            kind: 'incident',
            source: 'pagerduty',
            externalId: data.incident.id,
            runbookUrl,
          },
          occurredAt,
          // PagerDuty names the service on the incident, not on what happened to it.
          subjects: [],
        },
      ];
}
