import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { deployment } from './deployment';
import { observationOf, SOURCE } from './observation';
import { count, optional, repository } from './payload';

const schema = z.object({
  comparison: z.object({
    base: z.string().min(1),
    commits: z.array(
      z.object({
        sha: z.string().min(1),
        subject: optional(z.string()),
        change_number: optional(count),
      }),
    ),
    partial: optional(z.boolean()),
  }),
  deployment: deployment.pick({ id: true, created_at: true }),
  repository,
});

/** The commits that a deployment brought. No webhook tells them: only a pull does. */
export const deploymentComparisonReader = createPayloadReader(
  schema,
  ({ comparison, deployment: told, repository: { full_name: repo } }) => [
    observationOf(repo, told.created_at, {
      kind: 'deployment',
      source: SOURCE,
      repo,
      externalId: String(told.id),
      ranges: [
        {
          base: comparison.base,
          commits: comparison.commits.map(
            ({ sha, subject, change_number: changeNumber }) => ({
              sha,
              ...(subject !== undefined && { subject }),
              ...(changeNumber !== undefined && { changeNumber }),
            }),
          ),
          ...(comparison.partial && { partial: true }),
        },
      ],
    }),
  ],
);
