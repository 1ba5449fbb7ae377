import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';

const schema = z.object({
  pull_request: z.object({ number: count, updated_at: instant }),
  pull_request_commits: z.array(
    z.object({
      sha: z.string().min(1),
      author: optional(z.object({ date: optional(instant) })),
    }),
  ),
  pull_request_files: optional(
    z.array(z.object({ filename: z.string().min(1) })),
  ),
  repository,
});

/** The commits of a change with the dates of their authors, and its files. No event about it tells them: a pull does. */
export const pullRequestCommitsReader = createPayloadReader(
  schema,
  ({ pull_request: pull, repository: of, ...payload }) => {
    const paths = payload.pull_request_files?.map(({ filename }) => filename);
    return [
      observationOf(
        of.full_name,
        pull.updated_at,
        {
          kind: 'change',
          source: SOURCE,
          repo: of.full_name,
          number: pull.number,
          commits: payload.pull_request_commits.map(({ sha, author }) => ({
            sha,
            ...(author?.date && { authoredAt: author.date }),
          })),
        },
        paths?.length ? paths : undefined,
      ),
    ];
  },
);
