import { JsonObject } from '@backstage/types';

/** An incident as incident.io sends it. */
export function incident(more: JsonObject = {}): JsonObject {
  return {
    id: '01INC',
    reference: 'INC-7',
    name: 'Checkout is slow',
    permalink: 'https://app.incident.example/incidents/7',
    mode: 'standard',
    visibility: 'public',
    created_at: '2026-03-02T10:00:00.000Z',
    updated_at: '2026-03-02T10:05:00.801578Z',
    severity: { id: '01SEV', name: 'Major', rank: 2 },
    incident_status: { id: '01ST', name: 'Investigating', category: 'live' },
    creator: { alert: { id: '01ALERT', title: 'Slow' } },
    incident_timestamp_values: [
      timestamp('Impact started', '2026-03-02T09:40:00Z'),
      timestamp('Accepted at', '2026-03-02T10:02:00Z'),
      timestamp('Fixed at'),
      timestamp('Resolved at'),
    ],
    incident_role_assignments: [
      {
        role: { name: 'Incident Lead' },
        assignee: { id: '01BEN', name: 'Ben', email: 'ben@acme.example' },
      },
      { role: { name: 'Scribe' }, assignee: null },
    ],
    custom_field_entries: [
      {
        custom_field: { name: 'Affected service' },
        values: [
          {
            value_catalog_entry: {
              id: '01SHOP',
              external_id: 'checkout-api',
              name: 'Checkout',
            },
          },
          { value_catalog_entry: { id: '01CART', name: 'Cart' } },
          { value_text: 'and more' },
        ],
      },
    ],
    ...more,
  };
}

/** A timestamp of an incident, with a time or without. */
export function timestamp(name: string, at?: string): JsonObject {
  return { incident_timestamp: { name }, value: at ? { value: at } : null };
}

/** A webhook: its content stands under its type. */
export function webhook(type: string, content: JsonObject): JsonObject {
  return { event_type: type, [type]: content };
}
