import { FactSourceStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';

export const FactSourceStatusSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    facts: z.array(z.string()),
    lastStartedAt: z.iso.datetime().nullable(),
    lastFinishedAt: z.iso.datetime().nullable(),
    lastOutcome: z.enum(['success', 'partial', 'failure']).nullable(),
    lastSuccessAt: z.iso.datetime().nullable().optional(),
    lastError: z.string().optional(),
    entitiesInError: z.int(),
    entities: z.int(),
  })
  .meta({ id: 'FactSourceStatus' }) satisfies z.ZodType<FactSourceStatus>;

export const FactSourcesSchema = z.object({
  items: z.array(FactSourceStatusSchema),
  totalItems: z.int(),
});
