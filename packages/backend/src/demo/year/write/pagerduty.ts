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
  const responder = repository.people[0];
  return incidents.flatMap(incident => {
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
                  agent: { id: 'PDEMO1', type: 'user_reference' },
                  data: {
                    id: incident.id,
                    type: 'incident',
                    number: incident.number,
                    status,
                    incident_key: incident.id.toLowerCase(),
                    created_at: seconds(incident.triggeredAt),
                    title: incident.title,
                    urgency: incident.urgency,
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
      ...send('incident.acknowledged', 'acknowledged', incident.acknowledgedAt),
      ...send('incident.resolved', 'resolved', incident.resolvedAt),
      ...send('incident.reopened', 'triggered', incident.reopenedAt),
      ...send('incident.resolved', 'resolved', incident.resolvedAgainAt),
    ];
  });
}
