import { JsonObject } from '@backstage/types';
import { DemoDelivery } from '../DemoDelivery';
import { idOf, shaOf } from '../ids';
import { Repository } from '../Repository';
import { SimulatedFollowUp, SimulatedIncident } from '../simulate';
import { iso } from './text';

const URL = 'https://rootly.skerry.example';

const isoOrNull = (time: number | undefined, upTo: number) =>
  time !== undefined && time <= upTo ? iso(time) : null;

const isReview = (type: string) => type.startsWith('incident_post_mortem.');

/** What Rootly sends of the incidents of a service, of their reviews and of what was agreed in them. */
export function writeRootly(
  repository: Repository & { rootlyServiceId: string },
  incidents: readonly SimulatedIncident[],
): DemoDelivery[] {
  return incidents.flatMap(incident =>
    eventsOf(incident).map(
      ({ type, status, at }): DemoDelivery => ({
        at,
        door: 'rootly',
        event: type,
        body: {
          event: {
            id: shaOf(incident.id, type, at).slice(0, 24),
            type,
            issued_at: iso(at),
          },
          data: isReview(type)
            ? writeReview(incident)
            : writeIncident(repository, incident, { at, status }),
        },
      }),
    ),
  );
}

/** What happens to an incident, with the status that it has from then on. */
function eventsOf(
  incident: SimulatedIncident,
): { type: string; status: string; at: number }[] {
  const { followUps, mitigatedAt, publishedAt } = incident;
  return [
    { type: 'incident.created', status: 'started', at: incident.triggeredAt },
    {
      type: 'incident.updated',
      status: 'started',
      at: incident.acknowledgedAt,
    },
    { type: 'incident.mitigated', status: 'mitigated', at: mitigatedAt },
    { type: 'incident.resolved', status: 'resolved', at: incident.resolvedAt },
    {
      type: 'incident_post_mortem.published',
      status: 'resolved',
      at: publishedAt,
    },
    {
      type: 'incident.updated',
      status: 'resolved',
      at: followUps.length > 0 ? publishedAt : undefined,
    },
    ...followUps.map(({ closedAt }) => ({
      type: 'incident.updated',
      status: 'resolved',
      at: closedAt,
    })),
  ].flatMap(({ at, ...event }) => (at === undefined ? [] : { ...event, at }));
}

function writeIncident(
  repository: Repository & { rootlyServiceId: string },
  incident: SimulatedIncident,
  options: { at: number; status: string },
): JsonObject {
  const { at, status } = options;
  const { foundBy, responder, severity } = incident;
  const user = { id: idOf('rootly user', responder) };
  return {
    id: incident.id.toLowerCase(),
    sequential_id: incident.number,
    title: incident.title,
    kind: 'normal',
    status,
    url: `${URL}/incidents/${incident.number}`,
    severity: {
      id: `sev${severity}`,
      name: `SEV${severity}`,
      slug: `sev${severity}`,
    },
    labels: incident.alert ? { alertname: incident.alert } : {},
    created_at: iso(incident.triggeredAt),
    started_at: isoOrNull(incident.startedAt, at),
    detected_at: iso(incident.triggeredAt),
    acknowledged_at: isoOrNull(incident.acknowledgedAt, at),
    mitigated_at: isoOrNull(incident.mitigatedAt, at),
    resolved_at: isoOrNull(incident.resolvedAt, at),
    cancelled_at: null,
    started_by: foundBy === 'person' ? user : null,
    resolved_by: incident.resolvedAt <= at ? user : null,
    roles: [{ id: `commander-${incident.id}`, user }],
    services: [{ id: repository.rootlyServiceId, name: repository.component }],
    functionalities: [],
    action_items: incident.followUps
      .filter(({ createdAt }) => createdAt <= at)
      .map(followUp => writeFollowUp(followUp, at)),
    incident_post_mortem: null,
  };
}

function writeFollowUp(followUp: SimulatedFollowUp, at: number): JsonObject {
  const { closedAt } = followUp;
  const isClosed = closedAt !== undefined && closedAt <= at;
  return {
    id: followUp.id,
    kind: 'follow_up',
    summary: followUp.title,
    status: isClosed ? 'done' : 'open',
    created_at: iso(followUp.createdAt),
    updated_at: iso(isClosed ? closedAt : followUp.createdAt),
    due_date: isoOrNull(followUp.dueAt, Infinity),
  };
}

function writeReview(incident: SimulatedIncident): JsonObject {
  return {
    incident_id: incident.id.toLowerCase(),
    url: `${URL}/retrospectives/${incident.number}`,
    published_at: isoOrNull(incident.publishedAt, Infinity),
  };
}
