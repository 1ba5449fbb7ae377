import { TestResultsResponse } from '@fairlead/backstage-plugin-delivery-common';
import { EntityRef } from '@fairlead/backend-routes';
import { z } from 'zod';
import { sizeInKey } from '../../intake/testResults/shortenName';
import { IntakeResponseSchema } from './events';

/** They are part of the keys of records, which an index holds. */
const MAX_NAME = 200;

const Name = z
  .string()
  .min(1)
  .max(MAX_NAME)
  .refine(text => sizeInKey(text) <= MAX_NAME, 'is too long for a name');

export const TestResultsQuery = z.strictObject({
  repo: Name.meta({ description: 'For example `acme/shop`' }),
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, 'must be the SHA of a commit')
    .toLowerCase()
    .meta({ description: 'The commit that was tested' }),
  runId: Name.meta({ description: 'The id of the run in its source' }),
  attempt: z.coerce.number().int().min(1).max(1_000).default(1).meta({
    description: 'The attempt of the run',
  }),
  runSource: Name.default('github').meta({
    description: 'The source that tells of the run',
  }),
  entityRef: EntityRef.optional().meta({
    description: 'The entity that was tested, where the repository has several',
  }),
});

export const TestResultsRequest = z
  .instanceof<typeof Uint8Array>(Uint8Array, {
    error: 'must be a JUnit report',
  })
  .meta({ override: { type: 'string' }, description: 'A JUnit XML report' });

export const TestResultsResponseSchema = IntakeResponseSchema.extend({
  testCases: z.int().meta({
    description: 'Read from the report; the tries of one count once',
  }),
  ignored: z.array(z.object({ element: z.string(), count: z.int() })).meta({
    description: 'What was not understood, by what it is called in the report',
  }),
}).meta({
  id: 'TestResultsResponse',
}) satisfies z.ZodType<TestResultsResponse>;
