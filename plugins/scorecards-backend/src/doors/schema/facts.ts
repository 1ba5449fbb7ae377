import {
  EntityFactsResponse,
  Fact,
  KnownFact,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';

const FactSchema = z
  .object({
    id: z.string(),
    value: z.json().optional().meta({
      description: 'Absent when the source failed before it ever saw a value',
    }),
    unit: z.string().optional(),
    source: z.string(),
    observedAt: z.iso.datetime(),
    state: z.enum(['ok', 'stale', 'error']),
    error: z.string().optional(),
    expiresAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Fact' }) satisfies z.ZodType<Fact>;

export const EntityFactsSchema = z
  .object({ entityRef: z.string(), facts: z.array(FactSchema) })
  .meta({ id: 'EntityFacts' }) satisfies z.ZodType<EntityFactsResponse>;

const KnownFactSchema = z
  .object({
    id: z.string(),
    type: z
      .enum(['boolean', 'number', 'string', 'string[]', 'duration', 'date'])
      .optional(),
    unit: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    definitionUrl: z.string().optional(),
    recordsPath: z.string().optional().meta({
      description:
        'Where the records behind a value are: a path below the page of the entity',
    }),
    explainedBy: z.array(z.string()).optional().meta({
      description:
        'Facts that are told beside this one, because they say what it comes from',
    }),
    timeToLive: z.string().optional(),
    sources: z.array(z.string()),
    declared: z.boolean(),
  })
  .meta({ id: 'KnownFact' }) satisfies z.ZodType<KnownFact>;

export const KnownFactsSchema = z.object({
  items: z.array(KnownFactSchema),
  totalItems: z.int(),
});

export const FactsRequest = z
  .strictObject({
    facts: z
      .array(
        z.strictObject({
          entityRef: z.string().max(800),
          source: z.string().max(200),
          observedAt: z.string().max(100).optional().meta({
            description: 'ISO 8601; the time of receipt when left out',
          }),
          values: z.record(z.string().max(400), z.json()),
        }),
      )
      .max(1000),
  })
  .meta({ id: 'FactsRequest' });

export const FactsResultSchema = z
  .object({
    accepted: z.int(),
    rejected: z.array(z.object({ index: z.int(), reason: z.string() })),
  })
  .meta({ id: 'FactsResult' }) satisfies z.ZodType<PostFactsResponse>;
