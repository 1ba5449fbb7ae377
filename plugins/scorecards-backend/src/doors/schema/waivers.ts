import { Waiver } from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { EntityRef, pageOf, Paging } from '@fairlead/backend-routes';
import { ScorecardRef } from './refs';

const WaiverStateSchema = z.enum([
  'requested',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
]);

const ApprovalSchema = z.object({ by: z.string(), at: z.iso.datetime() });

export const WaiverSchema = z
  .object({
    id: z.string(),
    scorecardRef: z.string(),
    checkId: z.string(),
    entityRef: z.string(),
    reason: z.string(),
    state: WaiverStateSchema,
    requestedBy: z.string(),
    requestedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    entityOwnerApproval: ApprovalSchema.nullable(),
    scorecardOwnerApproval: ApprovalSchema.nullable(),
    rejectedBy: ApprovalSchema.extend({ reason: z.string() }).optional(),
  })
  .meta({ id: 'Waiver' }) satisfies z.ZodType<Waiver>;

export const WaiversSchema = pageOf(WaiverSchema);

export const WaiversQuery = Paging.extend({
  state: WaiverStateSchema.optional(),
  entityRef: EntityRef.optional(),
  scorecardRef: ScorecardRef.optional(),
});

export const WaiverRequest = z
  .strictObject({
    scorecardRef: ScorecardRef,
    checkId: z.string().min(1).max(200),
    entityRef: EntityRef,
    reason: z.string().trim().min(1).max(4000),
    expiresAt: z.iso.datetime({ offset: true }).meta({
      description: 'ISO 8601; ahead, and at most a year',
    }),
  })
  .meta({ id: 'WaiverRequest' });

export const WaiverPath = z.object({ id: z.string().min(1).max(200) });

export const WaiverDecision = z
  .strictObject({
    decision: z.enum(['approve', 'reject', 'withdraw']),
    reason: z
      .string()
      .trim()
      .min(1)
      .max(4000)
      .optional()
      .meta({ description: 'Needed to reject' }),
  })
  .meta({ id: 'WaiverDecision' });
