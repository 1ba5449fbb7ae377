import { DemoDelivery } from '../DemoDelivery';
import { shaOf } from '../ids';
import { Repository } from '../Repository';
import { SimulatedIncident } from '../simulate';
import { seconds } from './text';

/** What PagerDuty sends of the incidents of a service. */
export function writePagerduty(
  repository: Repository & { serviceId: string },
  incidents: readonly SimulatedIncident[],
): DemoDelivery[] {
  return incidents.flatMap(incident => {
    const { responder } = incident;
    const send = (
      type: string,
      status: string,
      at: number | undefined,
    ): DemoDelivery[] =>
      at === undefined
        ? []
        : [
            {
              at,
              door: 'pagerduty',
              event: type,
              body: {
                event: {
                  id: shaOf(incident.id, type, at).slice(0, 26).toUpperCase(),
                  event_type: type,
                  resource_type: 'incident',
                  occurred_at: seconds(at),
                  agent: agentOf(incident, type),
                  data: {
                    id: incident.id,
                    type: 'incident',
                    number: incident.number,
                    status,
                    incident_key: incident.id.toLowerCase(),
                    created_at: seconds(incident.triggeredAt),
                    title: incident.title,
                    urgency: incident.urgency,
                    priority: {
                      id: `PRIO${incident.severity}`,
                      type: 'priority_reference',
                      summary: `P${incident.severity}`,
                    },
                    html_url: `https://skerry.pagerduty.example/incidents/${incident.id}`,
                    service: {
                      id: repository.serviceId,
                      type: 'service_reference',
                    },
                    assignees: [{ id: responder, type: 'user_reference' }],
                  },
                },
              },
            },
          ];
    return [
      ...send('incident.triggered', 'triggered', incident.triggeredAt),
      ...(incident.severity === 1 ? [nameRunbook(repository, incident)] : []),
      ...send('incident.acknowledged', 'acknowledged', incident.acknowledgedAt),
      ...send('incident.resolved', 'resolved', incident.resolvedAt),
      ...send('incident.reopened', 'triggered', incident.reopenedAt),
      ...send('incident.resolved', 'resolved', incident.resolvedAgainAt),
    ];
  });
}

/** Who did it: what monitors something comes in by an integration. */
function agentOf({ foundBy, responder }: SimulatedIncident, type: string) {
  return type === 'incident.triggered' && foundBy === 'alert'
    ? { id: 'PALERTS', type: 'events_api_v2_inbound_integration_reference' }
    : { id: responder, type: 'user_reference' };
}

/** The field in which whoever set up PagerDuty had the runbook of a service named, when all of them were in the wiki. */
function nameRunbook(
  { component }: Repository,
  { id, triggeredAt }: SimulatedIncident,
): DemoDelivery {
  const event = 'incident.custom_field_values.updated';
  return {
    at: triggeredAt,
    door: 'pagerduty',
    event,
    body: {
      event: {
        id: shaOf(id, event).slice(0, 26).toUpperCase(),
        event_type: event,
        resource_type: 'incident',
        occurred_at: seconds(triggeredAt),
        data: {
          incident: { id, type: 'incident_reference' },
          custom_fields: [
            {
              name: 'runbook',
              value: `http://localhost:7050/wiki/${component}`,
            },
          ],
        },
      },
    },
  };
}
