import {
  Coverage,
  CoverageShare,
  EntityRunbooks,
  FiringAlert,
  HEALTH_STATES,
  RunbookLink,
} from '@fairlead/backstage-plugin-runbooks-common';
import { z } from 'zod';
import { RunbookSummarySchema } from './registry';

const RunbookLinkSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    from: z.enum(['entity', 'link', 'annotation', 'alert']),
    resolves: z.enum(HEALTH_STATES),
  })
  .meta({ id: 'RunbookLink' }) satisfies z.ZodType<RunbookLink>;

const FiringAlertSchema = z
  .object({
    alert: z.string(),
    entityRef: z.string(),
    since: z.iso.datetime(),
    labels: z.record(z.string(), z.string()),
    severity: z.string().optional(),
    mayPage: z.boolean().meta({ description: 'It may wake somebody up' }),
    summary: z.string().optional(),
    url: z.string().optional(),
    dashboardUrls: z.array(z.string()),
    runbook: RunbookLinkSchema.optional().meta({
      description: 'Absent where there is none, or none that the caller sees',
    }),
    useId: z.string().optional().meta({
      description: 'A use of the runbook for this entity that is under way',
    }),
  })
  .meta({ id: 'FiringAlert' }) satisfies z.ZodType<FiringAlert>;

const CoverageShareSchema = z
  .object({
    fired: z.int(),
    covered: z.int(),
    ratio: z.number().nullable().meta({
      description: 'Null where nothing fired',
    }),
  })
  .meta({ id: 'CoverageShare' }) satisfies z.ZodType<CoverageShare>;

const CoverageSchema = CoverageShareSchema.extend({
  night: CoverageShareSchema.meta({ description: 'Of those that may page' }),
  silent: CoverageShareSchema.meta({
    description: 'Alert names that are known and did not fire in the window',
  }),
  windowDays: z.number(),
}).meta({ id: 'Coverage' }) satisfies z.ZodType<Coverage>;

export const EntityRunbooksSchema = z
  .object({
    entityRef: z.string(),
    firing: z.array(FiringAlertSchema),
    runbooks: z.array(RunbookSummarySchema),
    coverage: CoverageSchema,
  })
  .meta({ id: 'EntityRunbooks' }) satisfies z.ZodType<EntityRunbooks>;
