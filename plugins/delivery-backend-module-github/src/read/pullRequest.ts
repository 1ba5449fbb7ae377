import {
  parseCommitMessage,
  stringifyRecordKey,
} from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, repository } from './payload';
import { authorOf, personsOf } from './people';

const schema = z.object({
  action: z.string(),
  pull_request: z.object({
    number: count,
    html_url: optional(z.string()),
    title: optional(z.string()),
    body: optional(z.string()),
    draft: optional(z.boolean()),
    created_at: instant,
    updated_at: instant,
    closed_at: optional(instant),
    merged_at: optional(instant),
    merge_commit_sha: optional(z.string()),
    user: actor,
    performed_via_github_app: optional(
      z.object({ slug: optional(z.string()) }),
    ),
    requested_reviewers: optional(z.array(actor)),
    changed_files: optional(z.int().nonnegative()),
    additions: optional(z.int().nonnegative()),
    deletions: optional(z.int().nonnegative()),
    labels: optional(z.array(z.object({ name: z.string() }))),
    head: z.object({ sha: z.string().min(1) }),
    base: z.object({ ref: z.string() }),
  }),
  repository,
});

/** What GitHub's own Revert button writes into the description. */
const REVERTED_REQUEST = /^Reverts (?:([\w.-]+\/[\w.-]+))?#(\d+)\s*$/gm;

function revertedRequests(repo: string, body: string): string[] {
  return Array.from(body.matchAll(REVERTED_REQUEST), ([, other, number]) =>
    stringifyRecordKey('change', [SOURCE, other ?? repo, number]),
  );
}

/** The head is pushed at the latest when the request is opened, and again with each `synchronize`. */
function pushesOf({ action, pull_request }: z.output<typeof schema>) {
  const { head, created_at, updated_at } = pull_request;
  switch (action) {
    case 'opened':
      return [{ sha: head.sha, at: created_at }];
    case 'synchronize':
      return [{ sha: head.sha, at: updated_at }];
    default:
      return undefined;
  }
}

/** When it joined the merge queue, and when it was out of it again; see `Change.mergeQueue`. */
function queueOf({
  action,
  pull_request: { updated_at },
}: z.output<typeof schema>) {
  switch (action) {
    case 'enqueued':
      return [{ from: updated_at }];
    case 'dequeued':
      return [{ from: updated_at, to: updated_at }];
    default:
      return undefined;
  }
}

/** Lists of requests leave it out. */
function sizeOf({
  changed_files: files,
  additions: linesAdded,
  deletions: linesDeleted,
}: z.output<typeof schema>['pull_request']) {
  return files === undefined ? undefined : { files, linesAdded, linesDeleted };
}

/** A change, as the whole of it is at the time of the event. */
export const pullRequestReader = createPayloadReader(
  schema,
  (payload, context) => {
    const { action, pull_request: pull } = payload;
    const repo = payload.repository.full_name;
    const body = pull.body ?? '';
    const message = parseCommitMessage(`${pull.title ?? ''}\n\n${body}`);
    const reverted = [...message.revertOf, ...revertedRequests(repo, body)];
    const atEvent = (wanted: string) =>
      action === wanted ? pull.updated_at : undefined;
    return [
      observationOf(repo, pull.updated_at, {
        kind: 'change',
        source: SOURCE,
        repo,
        number: pull.number,
        url: pull.html_url,
        title: pull.title,
        ...authorOf(pull.user, context),
        viaApp: pull.performed_via_github_app?.slug,
        reviewers: personsOf(pull.requested_reviewers ?? [], context),
        draft: pull.draft,
        openedAt: pull.created_at,
        readyAt: atEvent('ready_for_review'),
        mergedAt: pull.merged_at,
        closedAt: pull.closed_at,
        reopenedAt: atEvent('reopened'),
        // Open pull requests carry the commit of a trial merge here.
        mergeSha: pull.merged_at ? pull.merge_commit_sha : undefined,
        headSha: pull.head.sha,
        targetBranch: pull.base.ref,
        pushes: pushesOf(payload),
        mergeQueue: queueOf(payload),
        labels: pull.labels?.map(({ name }) => name),
        size: sizeOf(pull),
        revertOf: reverted.length > 0 ? reverted : undefined,
        cherryPickOf:
          message.cherryPickOf.length > 0 ? message.cherryPickOf : undefined,
      }),
    ];
  },
);
