import {
  BackfillState,
  QuarantinedDelivery,
  SourceHealth,
  SourcesResponse,
} from '@fairlead/backstage-plugin-delivery-common';
import { pageOf, Paging } from '@fairlead/backend-routes';
import { z } from 'zod';

const PullState = z.enum(['queued', 'running', 'done', 'failed']);

export const BackfillStateSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    state: PullState,
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    requestedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional(),
    read: z.int().meta({ description: 'Deliveries read so far' }),
    error: z.string().optional(),
  })
  .meta({ id: 'BackfillState' }) satisfies z.ZodType<BackfillState>;

const SourceHealthSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['ok', 'silent', 'failing', 'off']),
    remedy: z.string().optional(),
    lastEventAt: z.iso.datetime().optional(),
    eventsLastHour: z.int(),
    eventsByHour: z.array(z.int()).meta({
      description: 'Of the last 24 hours, oldest first',
    }),
    lagP90: z
      .number()
      .optional()
      .meta({ description: 'Milliseconds from receipt to record' }),
    rejected: z.int(),
    lastRejection: z
      .object({ at: z.iso.datetime(), reason: z.string() })
      .optional(),
    duplicates: z.int(),
    quarantined: z.int(),
    backlog: z.int(),
    unknownTypes: z.array(
      z.object({
        type: z.string(),
        count: z.int(),
        lastAt: z.iso.datetime(),
      }),
    ),
    unmatched: z.int(),
    reconciled: z
      .object({
        at: z.iso.datetime(),
        state: z.enum(['running', 'done', 'failed']),
        read: z.int(),
        missing: z.int(),
        different: z.int(),
        error: z.string().optional(),
      })
      .optional(),
    backfill: BackfillStateSchema.optional(),
    canPull: z.boolean(),
  })
  .meta({ id: 'SourceHealth' }) satisfies z.ZodType<SourceHealth>;

export const SourcesSchema = z
  .object({ sources: z.array(SourceHealthSchema) })
  .meta({ id: 'Sources' }) satisfies z.ZodType<SourcesResponse>;

const SourceId = z.string().min(1).max(100);

export const QuarantineQuery = Paging.extend({ source: SourceId.optional() });

export const QuarantineSchema = pageOf(
  z
    .object({
      id: z.string(),
      source: z.string(),
      type: z.string().optional(),
      receivedAt: z.iso.datetime(),
      reason: z.string(),
      payload: z.json().optional().meta({
        description: 'As it was received, but with persons masked',
      }),
      isWithheld: z.literal(true).optional().meta({
        description:
          'The reader sees neither the entity it belongs to nor raw data',
      }),
    })
    .meta({
      id: 'QuarantinedDelivery',
    }) satisfies z.ZodType<QuarantinedDelivery>,
);

export const ReplayRequestSchema = z
  .strictObject({
    ids: z
      .array(
        z.string().regex(/^[1-9]\d{0,14}$/, 'must be the id of a delivery'),
      )
      .min(1)
      .max(1_000)
      .optional(),
    source: SourceId.optional(),
  })
  .meta({ id: 'ReplayRequest' });

export const ReplayResponseSchema = z
  .object({ replayed: z.int() })
  .meta({ id: 'ReplayResponse' });

export const BackfillRequestSchema = z
  .strictObject({ source: SourceId, days: z.int().min(1).max(90) })
  .meta({ id: 'BackfillRequest' });
