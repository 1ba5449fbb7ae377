import {
  CHECK_STATUSES,
  CheckStatus,
  GateResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { EntityRef } from '@fairlead/backend-routes';
import { z } from 'zod';
import { ScorecardRef } from './refs';

const MAX_ENTITIES = 50;
const MAX_CHECKS = 100;

export const GateRequestSchema = z
  .strictObject({
    entityRefs: z.array(EntityRef).min(1).max(MAX_ENTITIES),
    scorecardRef: ScorecardRef,
    level: z
      .string()
      .max(63)
      .optional()
      .meta({ description: 'The level that each is to hold' }),
    checks: z
      .array(z.string().max(63))
      .max(MAX_CHECKS)
      .optional()
      .meta({ description: 'The ids of checks that each is to hold' }),
  })
  .meta({ id: 'GateRequest' });

const Holds = z
  .boolean()
  .nullable()
  .meta({ description: 'Null when it is not known, which is never a pass' });

export const GateSchema = z
  .object({
    scorecardRef: z.string(),
    holds: Holds,
    entities: z.array(
      z.object({
        entityRef: z.string(),
        holds: Holds,
        reason: z.string(),
        missing: z.array(
          z.object({
            checkId: z.string(),
            title: z.string(),
            level: z.string(),
            status: z.enum(CHECK_STATUSES as [CheckStatus, ...CheckStatus[]]),
            reason: z.string(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Gate' }) satisfies z.ZodType<GateResponse>;
