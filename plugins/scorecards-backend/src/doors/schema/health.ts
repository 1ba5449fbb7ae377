import { HealthResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { DefinitionProblemSchema } from './scorecards';
import { FactSourceStatusSchema } from './sources';

export const HealthSchema = z
  .object({
    at: z.iso.datetime(),
    evaluation: z.object({
      due: z.int().meta({ description: 'Entities that are due' }),
      oldestDueAt: z.iso.datetime().nullable(),
      leased: z.int().meta({ description: 'Entities that a process judges' }),
      leasesOver: z.int().meta({
        description: 'Entities that a process had in hand for too long',
      }),
      unfinished: z.array(z.string()).meta({
        description:
          'Scorecards that not all entities are judged by with the version in force',
      }),
    }),
    sources: z.array(FactSourceStatusSchema),
    costlyChecks: z
      .array(
        z.object({
          scorecardRef: z.string(),
          checkId: z.string(),
          title: z.string(),
          steps: z.int().meta({
            description: 'Of one evaluation; a step takes some 50 ns at most',
          }),
          samples: z.int().meta({
            description: 'How many evaluations that is the mean of',
          }),
        }),
      )
      .meta({ description: 'The most costly first, as this process saw them' }),
    missingFacts: z.array(
      z.object({
        factId: z.string(),
        state: z.enum(['undeclared', 'never-received']),
        scorecardRefs: z.array(z.string()),
      }),
    ),
    refused: z.array(
      z.object({
        scorecardRef: z.string(),
        problems: z.array(DefinitionProblemSchema),
        versionInForce: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'Health' }) satisfies z.ZodType<HealthResponse>;
