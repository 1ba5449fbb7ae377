import {
  FRICTION_KINDS,
  FrictionKind,
  FrictionReport,
  FrictionReportRequest,
  FrictionResponse,
  FrictionWeek,
} from '@fairlead/backstage-plugin-delivery-common';
import { EntityPath } from '@fairlead/backend-routes';
import { z } from 'zod';

const Kind = z.enum(FRICTION_KINDS as [FrictionKind, ...FrictionKind[]]);

const Day = z.iso.date();

const Sums = z.object({ reports: z.int(), minutes: z.int() });

export const FrictionReportSchema = z
  .object({
    id: z.string(),
    entityRef: z.string(),
    kind: Kind,
    note: z.string().optional(),
    minutes: z.int(),
    day: Day,
    isOwn: z.boolean(),
  })
  .meta({ id: 'FrictionReport' }) satisfies z.ZodType<FrictionReport>;

const FrictionWeekSchema = Sums.extend({
  week: Day,
  byKind: z.partialRecord(Kind, Sums),
}) satisfies z.ZodType<FrictionWeek>;

export const FrictionSchema = z.object({
  entityRef: z.string(),
  weeks: z.array(FrictionWeekSchema),
  reports: z.array(FrictionReportSchema).optional(),
}) satisfies z.ZodType<FrictionResponse>;

export const FrictionReportBody = z
  .strictObject({
    kind: Kind,
    note: z.string().trim().max(2000).optional(),
    minutes: z.int().min(1).max(2400).meta({
      description: 'How much time it took',
    }),
  })
  .meta({
    id: 'FrictionReportRequest',
  }) satisfies z.ZodType<FrictionReportRequest>;

export const FrictionReportPath = EntityPath.extend({
  id: z.string().min(1).max(200),
});

export const WithdrawnSchema = z.object({ id: z.string() });
