import { JsonObject } from '@backstage/types';

/** An event as PagerDuty sends it. */
export function pagerDutyEvent(
  type: string,
  options: {
    at?: string;
    id?: string;
    agent?: JsonObject | null;
    data?: JsonObject;
  } = {},
): JsonObject {
  const { at = '2026-03-02T10:05:00Z', id = `${type}@${at}`, data } = options;
  const { agent = { id: 'PANN', type: 'user_reference', summary: 'Ann' } } =
    options;
  return {
    event: {
      id,
      event_type: type,
      resource_type: 'incident',
      occurred_at: at,
      agent,
      client: null,
      data: {
        id: 'Q1',
        type: 'incident',
        html_url: 'https://acme.pagerduty.example/incidents/Q1',
        number: 7,
        status: 'triggered',
        created_at: '2026-03-02T10:00:00Z',
        title: 'Checkout is slow',
        service: { id: 'PSHOP', type: 'service_reference' },
        urgency: 'high',
        priority: null,
        assignees: [
          { id: 'PBEN', type: 'user_reference' },
          { id: 'PPOLICY', type: 'escalation_policy_reference' },
        ],
        ...data,
      },
    },
  };
}
