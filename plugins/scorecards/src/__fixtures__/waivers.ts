import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';

/** A waiver that one side has approved by asking, and the other not yet. */
export const WAITING_WAIVER: Waiver = {
  id: 'w-2',
  scorecardRef: 'scorecard:default/production-readiness',
  checkId: 'fast-builds',
  entityRef: 'component:default/checkout-web',
  reason: 'The test job is being split.',
  state: 'requested',
  requestedBy: 'user:default/ada',
  requestedAt: '2026-11-19T09:00:00.000Z',
  expiresAt: '2026-12-24T23:00:00.000Z',
  entityOwnerApproval: {
    by: 'user:default/ada',
    at: '2026-11-19T09:00:00.000Z',
  },
  scorecardOwnerApproval: null,
  sides: [
    {
      side: 'entity-owner',
      ownerRef: 'group:default/checkout',
      approval: { by: 'user:default/ada', at: '2026-11-19T09:00:00.000Z' },
    },
    {
      side: 'scorecard-owner',
      ownerRef: 'group:default/platform',
      approval: null,
    },
  ],
};
