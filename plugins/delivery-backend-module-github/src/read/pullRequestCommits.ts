import {
  readChangedPaths,
  readTrailers,
} from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';

const schema = z.object({
  pull_request: z.object({ number: count, updated_at: instant }),
  pull_request_commits: z.array(
    z.object({
      sha: z.string().min(1),
      message: optional(z.string()),
      author: optional(z.object({ date: optional(instant) })),
    }),
  ),
  pull_request_files: optional(
    z.array(
      z.object({
        filename: z.string().min(1),
        additions: optional(z.int().nonnegative()),
        deletions: optional(z.int().nonnegative()),
      }),
    ),
  ),
  repository,
});

type Files = NonNullable<z.output<typeof schema>['pull_request_files']>;

const sum = (numbers: (number | undefined)[]) =>
  numbers.reduce<number>((total, one = 0) => total + one, 0);

/** GitHub lists no more than so many files of a request. */
const MOST_FILES = 3000;

function sizeOf(files: Files | undefined) {
  if (!files?.length || files.length >= MOST_FILES) {
    return undefined;
  }
  return {
    files: files.length,
    linesAdded: sum(files.map(({ additions }) => additions)),
    linesDeleted: sum(files.map(({ deletions }) => deletions)),
  };
}

/** The commits of a change with the dates of their authors, and its files. No event about it tells them: a pull does. */
export const pullRequestCommitsReader = createPayloadReader(
  schema,
  ({ pull_request: pull, repository: of, ...payload }, context) => {
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
          size: sizeOf(payload.pull_request_files),
          changedPaths: readChangedPaths(paths),
          trailers: readTrailers(
            payload.pull_request_commits.map(({ message }) => message),
            context,
          ),
        },
        paths?.length ? paths : undefined,
      ),
    ];
  },
);
