import { FoundBy } from '@fairlead/backstage-plugin-delivery-common';
import {
  findRunbookUrl,
  Observation,
  ReadContext,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { IncidentPayload, StatusUpdate } from './payload';
import { findStage, Stage, Stages } from './stages';

export const SOURCE = 'incident-io';

/** By which users name their id at incident.io. */
export const USER_ANNOTATION = 'incident.io/user-id';

export const CATALOG_ENTRY_ANNOTATION = 'incident.io/catalog-entry';

/** Incidents that nobody had: the product's tour, and what people try it with. */
const TRIED = ['test', 'tutorial'];

/** Categories of statuses that say of an incident that it is none, or one with another. */
const WITHDRAWN = ['declined', 'merged', 'canceled'];

/** Categories of statuses in which an incident is over: what follows is its review. */
const OVER = ['learning', 'closed'];

/** Reads an incident as it is. */
export function readIncident(
  incident: IncidentPayload,
  context: ReadContext & { stages: Stages },
  /** What is known to have happened just now. */
  happened: { resolutions?: string[]; reopened?: string[] } = {},
): Observation[] {
  if (TRIED.includes(incident.mode ?? '')) {
    return [];
  }
  const timestamps = (incident.incident_timestamp_values ?? []).map(
    ({ incident_timestamp: { name }, value }) => ({
      name,
      at: value?.value ?? undefined,
    }),
  );
  const at = (stage: Stage) => findStage(stage, timestamps, context.stages);
  const resolvedAt = at('resolvedAt');
  const category = incident.incident_status?.category;
  return [
    {
      record: {
        kind: 'incident',
        source: SOURCE,
        externalId: incident.id,
        withdrawn: category ? WITHDRAWN.includes(category) : undefined,
        title: incident.name ?? undefined,
        severity: incident.severity?.name,
        url: incident.permalink ?? undefined,
        foundBy: foundBy(incident),
        alertNames: incident.creator?.alert?.title
          ? [incident.creator.alert.title]
          : undefined,
        runbookUrl: readRunbookUrl(incident),
        startedAt: at('startedAt'),
        detectedAt: at('detectedAt') ?? incident.created_at ?? undefined,
        ackAt: at('ackAt'),
        mitigatedAt: at('mitigatedAt'),
        // Times that people entered take precedence over the times of the events.
        resolutions: resolvedAt ? [resolvedAt] : happened.resolutions,
        reopened: happened.reopened,
        responders: readResponders(incident, context),
        postmortemUrl: incident.postmortem_document_url ?? undefined,
      },
      occurredAt: incident.updated_at,
      subjects: readSubjects(incident),
      // The affected services can change while the incident goes on.
      subjectsAreAll: true,
    },
  ];
}

/** Reads an incident that came into another status: the only word there is of one that is open again. */
export function readStatusUpdate(
  update: StatusUpdate,
  context: ReadContext & { stages: Stages },
): Observation[] {
  const { incident, new_status: now, previous_status: before } = update;
  const isOver = OVER.includes(now?.category ?? '');
  const wasOver = OVER.includes(before?.category ?? '');
  const happenedNow = [incident.updated_at];
  return readIncident(incident, context, {
    resolutions: isOver && !wasOver ? happenedNow : undefined,
    reopened: wasOver && !isOver ? happenedNow : undefined,
  });
}

function foundBy({ creator }: IncidentPayload): FoundBy | undefined {
  if (creator?.alert) {
    return 'alert';
  }
  // An API key or a workflow can act for a person as well as for an alert.
  return creator?.user ? 'person' : undefined;
}

function readResponders(
  { incident_role_assignments: assignments }: IncidentPayload,
  context: ReadContext,
): string[] | undefined {
  const responders = (assignments ?? []).flatMap(({ assignee }) =>
    assignee ? [context.person(USER_ANNOTATION, assignee.id)] : [],
  );
  return responders.length > 0 ? responders : undefined;
}

/** A field that people named after the runbook holds a link, or a text where that is to be a template. */
function readRunbookUrl({ custom_field_entries: fields }: IncidentPayload) {
  return findRunbookUrl(
    (fields ?? []).map(({ custom_field: field, values }) => [
      field?.name ?? '',
      values?.[0]?.value_link ?? values?.[0]?.value_text,
    ]),
  );
}

function readSubjects({ custom_field_entries: fields }: IncidentPayload) {
  const entries = (fields ?? [])
    .flatMap(({ values }) => values ?? [])
    .flatMap(({ value_catalog_entry: entry }) => entry ?? []);
  return entries.map(
    ({ id, external_id: externalId }): Subject => ({
      annotation: CATALOG_ENTRY_ANNOTATION,
      value: externalId || id,
    }),
  );
}
