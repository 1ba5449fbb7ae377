import {
  Decision,
  PrincipalKind,
  Waiver,
  WAIVER_SIDES,
  WAIVER_STATES,
  WaiverDetailsResponse,
  WaiverSide,
  WaiversRequestedResponse,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { EntityRef, pageOf, Paging } from '@fairlead/backend-routes';
import { ScorecardRef, UserRef } from './refs';

const MAX_ENTITIES = 100;

const WaiverStateSchema = z.enum(
  WAIVER_STATES as [WaiverState, ...WaiverState[]],
);

const WaiverSideSchema = z.enum(WAIVER_SIDES as [WaiverSide, ...WaiverSide[]]);

export const PrincipalKindSchema = z
  .enum(['user', 'agent', 'service', 'unknown'])
  .meta({
    description:
      'A person at work, software with the rights of a person, a service, or not noted',
  }) satisfies z.ZodType<PrincipalKind>;

const ApprovalSchema = z.object({ by: z.string(), at: z.iso.datetime() });

const EndingSchema = ApprovalSchema.extend({ reason: z.string() });

const Reason = z.string().trim().min(1).max(2000);

export const DecisionSchema = z
  .object({
    move: z.string(),
    side: z.string().nullable().meta({
      description: 'As which side; null where the move has no sides',
    }),
    actor: z
      .string()
      .nullable()
      .meta({ description: 'Null where nobody noted it' }),
    principal: PrincipalKindSchema,
    reason: z.string().nullable(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Decision' }) satisfies z.ZodType<Decision>;

const WaiverFields = z.object({
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
  sides: z
    .array(
      z.object({
        side: WaiverSideSchema,
        ownerRef: z.string().nullable(),
        approval: ApprovalSchema.nullable(),
      }),
    )
    .meta({ description: 'Who has approved, and who is missing' }),
  rejectedBy: EndingSchema.optional(),
  revokedBy: EndingSchema.optional(),
  requestedThrough: PrincipalKindSchema.optional(),
  requestId: z.string().optional().meta({
    description: 'The same for all waivers that were asked for in one request',
  }),
  renews: z.string().optional().meta({
    description: 'The waiver in force that this one is to follow',
  }),
});

export const WaiverSchema = WaiverFields.meta({
  id: 'Waiver',
}) satisfies z.ZodType<Waiver>;

export const WaiverDetailsSchema = WaiverFields.extend({
  decisions: z.array(DecisionSchema).meta({ description: 'Oldest first' }),
}).meta({ id: 'WaiverDetails' }) satisfies z.ZodType<WaiverDetailsResponse>;

export const WaiversSchema = pageOf(WaiverSchema);

const WaiversRequestedSchema = z
  .object({
    items: z.array(WaiverSchema),
    refused: z.array(z.object({ entityRef: z.string(), reason: z.string() })),
  })
  .meta({
    id: 'WaiversRequested',
  }) satisfies z.ZodType<WaiversRequestedResponse>;

/** One waiver for a request with `entityRef`, and all of them for one with `entityRefs`. */
export const RequestedSchema = z.union([WaiverSchema, WaiversRequestedSchema]);

export const WaiversQuery = Paging.extend({
  state: WaiverStateSchema.optional(),
  entityRef: EntityRef.optional(),
  scorecardRef: ScorecardRef.optional(),
  checkId: z.string().min(1).max(200).optional(),
  requestedBy: UserRef.optional().meta({
    description: 'The ref of a user; the kind may be left out',
  }),
  requestId: z.string().min(1).max(200).optional(),
  missing: WaiverSideSchema.optional().meta({
    description: 'Those that wait for the approval of this side',
  }),
  inEffect: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional()
    .meta({ description: 'Those in force now, or those not in force' }),
  waitingFor: z.literal('me').optional().meta({
    description: 'Those that the caller can approve',
  }),
});

const SameForAll = {
  scorecardRef: ScorecardRef,
  checkId: z.string().min(1).max(200),
  reason: Reason,
  expiresAt: z.iso.datetime({ offset: true }).meta({
    description: 'ISO 8601; ahead, and at most a year',
  }),
};

export const WaiverRequest = z
  .strictObject({
    ...SameForAll,
    entityRef: EntityRef.optional(),
    entityRefs: z.array(EntityRef).min(1).max(MAX_ENTITIES).optional().meta({
      description:
        'Instead of entityRef: each of them is decided by itself, and those that are refused are answered with the reason',
    }),
    renews: z.string().min(1).max(200).optional().meta({
      description:
        'The id of a waiver in force, whose place this one takes once it is approved; with entityRef alone',
    }),
  })
  .refine(
    ({ entityRef, entityRefs }) =>
      (entityRef === undefined) !== (entityRefs === undefined),
    { error: "takes either 'entityRef' or 'entityRefs'" },
  )
  .refine(({ entityRefs, renews }) => !(entityRefs && renews), {
    error: "takes 'renews' with 'entityRef' alone",
  })
  .meta({ id: 'WaiverRequest' });

export const WaiverPath = z.object({ id: z.string().min(1).max(200) });

export const WaiverDecision = z
  .strictObject({
    decision: z.enum(['approve', 'reject', 'withdraw', 'revoke']),
    reason: Reason.optional().meta({
      description: 'Needed to reject and to revoke',
    }),
  })
  .meta({ id: 'WaiverDecision' });
