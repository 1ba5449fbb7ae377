import { JsonValue } from '@backstage/types';
import {
  findRunbookUrl,
  Observation,
  parsePayload,
  ReadContext,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import {
  IncidentPayload,
  incidentEventSchema,
  reviewEventSchema,
} from './payload';

export const SOURCE = 'rootly';

/** By which users name their id at Rootly. */
export const USER_ANNOTATION = 'rootly.com/user-id';

export const SERVICE_ANNOTATION = 'rootly.com/service-id';
export const FUNCTIONALITY_ANNOTATION = 'rootly.com/functionality-id';

/** Incidents that nobody had. Those in parts have a suffix. */
const TRIED = /^(test|example)(_|$)/;

/** Statuses of an incident that is not over. */
const OPEN = ['in_triage', 'started', 'mitigated'];

/** Statuses of action items that nobody has to look after any more. */
const CLOSED = ['done', 'cancelled'];

/** Reads an event that carries the whole incident. */
export function readIncident(
  payload: JsonValue,
  context: ReadContext,
): Observation[] {
  const { event, data } = parsePayload(incidentEventSchema, payload);
  if (TRIED.test(data.kind ?? '')) {
    return [];
  }
  const at = event.issued_at;
  const isOpenAgain = data.resolved_at && OPEN.includes(data.status ?? '');
  return [
    {
      record: {
        kind: 'incident',
        source: SOURCE,
        externalId: data.id,
        withdrawn:
          Boolean(data.cancelled_at) ||
          data.status === 'cancelled' ||
          event.type === 'incident.deleted',
        title: data.title ?? undefined,
        severity: data.severity?.name ?? data.severity?.slug ?? undefined,
        url: data.url ?? undefined,
        labels: readLabels(data),
        runbookUrl: findRunbookUrl(Object.entries(data.labels ?? {})),
        foundBy: data.started_by ? 'person' : undefined,
        startedAt: data.started_at ?? undefined,
        detectedAt: data.detected_at ?? data.created_at ?? undefined,
        ackAt: data.acknowledged_at ?? undefined,
        mitigatedAt: data.mitigated_at ?? undefined,
        resolutions: data.resolved_at ? [data.resolved_at] : undefined,
        // Reopening has no event of its own: a resolved incident that is open again was reopened.
        reopened: isOpenAgain ? [at] : undefined,
        responders: readResponders(data, context),
        postmortemUrl: data.incident_post_mortem?.url ?? undefined,
        publishedAt: data.incident_post_mortem?.published_at ?? undefined,
        followUps: readFollowUps(data),
      },
      occurredAt: at,
      subjects: readSubjects(data),
      // The affected services can change while the incident goes on.
      subjectsAreAll: true,
    },
  ];
}

/** Reads an event about the review of an incident. */
export function readReview(payload: JsonValue): Observation[] {
  const { event, data } = parsePayload(reviewEventSchema, payload);
  const isPublished = event.type === 'incident_post_mortem.published';
  return [
    {
      record: {
        kind: 'incident',
        source: SOURCE,
        externalId: data.incident_id,
        postmortemUrl: data.url ?? undefined,
        publishedAt:
          data.published_at ?? (isPublished ? event.issued_at : undefined),
      },
      occurredAt: event.issued_at,
      // Only the incident itself names the affected services.
      subjects: [],
    },
  ];
}

function readResponders(
  data: IncidentPayload,
  context: ReadContext,
): string[] | undefined {
  const users = [
    data.mitigated_by,
    data.resolved_by,
    ...(data.roles ?? []).map(({ user }) => user),
  ].flatMap(user => user ?? []);
  const ids = new Set(users.map(({ id }) => String(id)));
  return ids.size > 0
    ? [...ids].map(id => context.person(USER_ANNOTATION, id))
    : undefined;
}

/** Each label with its value; one that says where the runbook is says nothing of what kind of incident it is. */
function readLabels({ labels }: IncidentPayload): string[] | undefined {
  const told = Object.entries(labels ?? {})
    .filter(([, value]) => typeof value === 'string' && value !== '')
    .filter(label => findRunbookUrl([label]) === undefined)
    .map(([name, value]) => `${name}: ${value}`);
  return told.length > 0 ? told : undefined;
}

function readFollowUps({ action_items: items }: IncidentPayload) {
  // Other action items are tasks of the incident itself.
  const followUps = (items ?? []).filter(({ kind }) => kind === 'follow_up');
  return followUps.length > 0
    ? followUps.map(({ id, status, updated_at: at, ...told }) => ({
        id,
        createdAt: told.created_at ?? undefined,
        title: told.summary ?? undefined,
        dueAt: told.due_date ?? undefined,
        updatedAt: at ?? undefined,
        closedAt: CLOSED.includes(status ?? '') ? at ?? undefined : undefined,
      }))
    : undefined;
}

function readSubjects(data: IncidentPayload): Subject[] {
  const named = (annotation: string, things: IncidentPayload['services']) =>
    (things ?? []).map(({ id }) => ({ annotation, value: id }));
  return [
    ...named(SERVICE_ANNOTATION, data.services),
    ...named(FUNCTIONALITY_ANNOTATION, data.functionalities),
  ];
}
