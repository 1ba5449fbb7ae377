import { EntityRef } from '@fairlead/backend-routes';
import { z } from 'zod';

const Name = z.string().min(1).max(200);

export const TestResultsQuery = z.strictObject({
  repo: Name.meta({ description: 'For example `acme/shop`' }),
  sha: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/i, 'must be the SHA of a commit')
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
