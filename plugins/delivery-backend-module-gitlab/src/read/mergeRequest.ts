import {
  parseCommitMessage,
  readChangedPaths,
  readTrailers,
  stringifyRecordKey,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, project } from './payload';
import { authorOf, personsOf } from './people';
import { readReview } from './readReview';

const schema = z.object({
  object_attributes: z.object({
    iid: count,
    action: optional(z.string()),
    state: optional(z.string()),
    title: optional(z.string()),
    description: optional(z.string()),
    url: optional(z.string()),
    draft: optional(z.boolean()),
    work_in_progress: optional(z.boolean()),
    created_at: instant,
    updated_at: instant,
    merge_commit_sha: optional(z.string()),
    squash_commit_sha: optional(z.string()),
    target_branch: optional(z.string()),
    author_id: optional(z.number()),
    oldrev: optional(z.string()),
    last_commit: optional(z.object({ id: z.string().min(1) })),
  }),
  labels: optional(z.array(z.object({ title: z.string() }))),
  changes: optional(
    z.object({
      draft: optional(
        z.object({
          previous: optional(z.boolean()),
          current: optional(z.boolean()),
        }),
      ),
    }),
  ),
  user: actor,
  reviewers: optional(z.array(actor)),
  project,
});

type Payload = z.output<typeof schema>;

/** What GitLab's own Revert button writes into the description. */
const REVERTED_REQUEST = /\bThis reverts merge request !(\d+)/g;

/** The head is pushed at the latest when the request is opened, and again with each update that moves it. */
function pushesOf({ object_attributes: told }: Payload) {
  const sha = told.last_commit?.id;
  const isPush = told.action === 'update' && told.oldrev !== undefined;
  if (!sha || !(isPush || told.action === 'open')) {
    return undefined;
  }
  return [{ sha, at: isPush ? told.updated_at : told.created_at }];
}

/** `approval` is that of one person, `approved` the one after which no other is required. */
function reviewsOf(
  { object_attributes: told, user }: Payload,
  context: ReadContext,
) {
  const at = told.updated_at;
  const isReview = ['approval', 'approved'].includes(told.action ?? '');
  const review = isReview
    ? readReview({ by: user, authorId: told.author_id, at }, context)
    : undefined;
  return {
    ...review,
    ...(review?.reviews && {
      approvers: review.reviews.map(({ by }) => by),
      approvedAt: told.action === 'approved' ? at : undefined,
    }),
  };
}

/**
 * When it joined the merge train, and when it was off it again; see `Change.mergeQueue`. GitLab sends no event about that:
 * the two actions are ours, for what a pull finds out.
 */
function queueOf({ object_attributes: { action, updated_at } }: Payload) {
  switch (action) {
    case 'enqueue':
      return [{ from: updated_at }];
    case 'dequeue':
      return [{ from: updated_at, to: updated_at }];
    default:
      return undefined;
  }
}

const nonEmpty = <T>(list: T[]) => (list.length > 0 ? list : undefined);

/** A change, as the whole of it is at the time of the event. */
export const mergeRequestReader = createPayloadReader(
  schema,
  (payload, context) => {
    const { object_attributes: told, changes, user, labels } = payload;
    const repo = payload.project.path_with_namespace;
    const description = told.description ?? '';
    const message = parseCommitMessage(`${told.title ?? ''}\n\n${description}`);
    const reverted = Array.from(
      description.matchAll(REVERTED_REQUEST),
      ([, number]) => stringifyRecordKey('change', [SOURCE, repo, number]),
    );
    const atEvent = (wanted: string) =>
      told.action === wanted ? told.updated_at : undefined;
    const isReady =
      changes?.draft?.previous === true && changes.draft.current === false;
    const isMerged = told.state === 'merged' || told.action === 'merge';
    return [
      observationOf(repo, told.updated_at, {
        kind: 'change',
        source: SOURCE,
        repo,
        number: told.iid,
        url: told.url,
        title: told.title,
        // The events name who did something; only who opens a request is sure to be its author.
        ...authorOf(
          told.action === 'open' ? user?.username : undefined,
          context,
        ),
        draft: told.draft ?? told.work_in_progress,
        openedAt: told.created_at,
        readyAt: isReady ? told.updated_at : undefined,
        reviewers: personsOf(payload.reviewers ?? [], context),
        ...reviewsOf(payload, context),
        mergedAt: atEvent('merge'),
        closedAt: atEvent('close'),
        reopenedAt: atEvent('reopen'),
        mergeSha: isMerged
          ? told.merge_commit_sha ?? told.squash_commit_sha
          : undefined,
        headSha: told.last_commit?.id,
        targetBranch: told.target_branch,
        pushes: pushesOf(payload),
        mergeQueue: queueOf(payload),
        labels: labels?.map(({ title }) => title),
        revertOf: nonEmpty([...message.revertOf, ...reverted]),
        cherryPickOf: nonEmpty(message.cherryPickOf),
      }),
    ];
  },
);

const commitsSchema = z.object({
  merge_request: z.object({ iid: count, updated_at: instant }),
  merge_request_commits: z.array(
    z.object({
      id: z.string().min(1),
      authored_date: optional(instant),
      message: optional(z.string()),
    }),
  ),
  merge_request_files: optional(
    z.array(
      z.object({
        new_path: z.string().min(1),
        additions: optional(z.int().nonnegative()),
        deletions: optional(z.int().nonnegative()),
      }),
    ),
  ),
  project,
});

type Files = NonNullable<z.output<typeof commitsSchema>['merge_request_files']>;

const sum = (numbers: (number | undefined)[]) =>
  numbers.reduce<number>((total, one = 0) => total + one, 0);

/** Lines are told only if they are of all files: GitLab leaves large ones out. */
function sizeOf(files: Files | undefined) {
  if (!files?.length) {
    return undefined;
  }
  const isTold = files.every(({ additions }) => additions !== undefined);
  return {
    files: files.length,
    ...(isTold && {
      linesAdded: sum(files.map(({ additions }) => additions)),
      linesDeleted: sum(files.map(({ deletions }) => deletions)),
    }),
  };
}

/** The commits of a change with the dates of their authors, and its files. No event about it tells them: a pull does. */
export const mergeRequestCommitsReader = createPayloadReader(
  commitsSchema,
  ({ merge_request: request, project: of, ...payload }, context) => {
    const repo = of.path_with_namespace;
    const paths = payload.merge_request_files?.map(({ new_path }) => new_path);
    return [
      observationOf(
        repo,
        request.updated_at,
        {
          kind: 'change',
          source: SOURCE,
          repo,
          number: request.iid,
          commits: payload.merge_request_commits.map(
            ({ id, authored_date }) => ({
              sha: id,
              ...(authored_date && { authoredAt: authored_date }),
            }),
          ),
          size: sizeOf(payload.merge_request_files),
          changedPaths: readChangedPaths(paths),
          trailers: readTrailers(
            payload.merge_request_commits.map(({ message }) => message),
            context,
          ),
        },
        paths?.length ? paths : undefined,
      ),
    ];
  },
);
