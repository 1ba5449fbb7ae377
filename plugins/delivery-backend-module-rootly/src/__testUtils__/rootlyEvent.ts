import { JsonObject } from '@backstage/types';

/** An event as Rootly sends it, about an incident if nothing else is said. */
export function rootlyEvent(
  type: string,
  options: { at?: string; id?: string; data?: JsonObject } = {},
): JsonObject {
  const { at = '2026-03-02T10:05:00.000Z', data } = options;
  const { id = `${type}@${at}` } = options;
  return {
    event: { id, type, issued_at: at },
    data: {
      id: 'b7eed587',
      sequential_id: 7,
      title: 'Checkout is slow',
      kind: 'normal',
      status: 'started',
      url: 'https://rootly.example/incidents/7',
      started_at: '2026-03-02T01:40:00.000-08:00',
      detected_at: null,
      acknowledged_at: null,
      mitigated_at: null,
      resolved_at: null,
      cancelled_at: null,
      created_at: '2026-03-02T02:00:00.000-08:00',
      severity: { id: 'sev', name: 'SEV1', slug: 'sev1' },
      started_by: { id: 7, name: 'Ann', email: 'ann@acme.example' },
      mitigated_by: null,
      resolved_by: null,
      roles: [{ id: 'role', user: { id: 8, name: 'Ben' } }, { id: 'empty' }],
      services: [{ id: 'shop', slug: 'shop', name: 'Shop' }],
      functionalities: [{ id: 'checkout', slug: 'checkout' }],
      action_items: [{ id: 'task', kind: 'task', status: 'open' }],
      incident_post_mortem: null,
      ...data,
    },
  };
}
