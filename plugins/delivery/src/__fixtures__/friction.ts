import { FrictionResponse } from '@fairlead/backstage-plugin-delivery-common';

/** Two weeks with reports and one without; single reports as the owning team reads them. */
export const FRICTION: FrictionResponse = {
  entityRef: 'component:default/checkout-web',
  weeks: [
    {
      week: '2026-11-02',
      reports: 1,
      minutes: 60,
      byKind: { waiting: { reports: 1, minutes: 60 } },
    },
    { week: '2026-11-09', reports: 0, minutes: 0, byKind: {} },
    {
      week: '2026-11-16',
      reports: 2,
      minutes: 300,
      byKind: {
        waiting: { reports: 1, minutes: 240 },
        'fragile-system': { reports: 1, minutes: 60 },
      },
    },
  ],
  reports: [
    {
      id: 'r2',
      entityRef: 'component:default/checkout-web',
      kind: 'waiting',
      minutes: 240,
      day: '2026-11-18',
      note: 'The staging database was locked all morning.',
      isOwn: true,
    },
    {
      id: 'r1',
      entityRef: 'component:default/checkout-web',
      kind: 'fragile-system',
      minutes: 60,
      day: '2026-11-17',
      isOwn: false,
    },
  ],
};

export const NO_FRICTION: FrictionResponse = {
  entityRef: 'component:default/checkout-web',
  weeks: [{ week: '2026-11-16', reports: 0, minutes: 0, byKind: {} }],
};
