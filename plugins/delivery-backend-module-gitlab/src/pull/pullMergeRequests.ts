import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { asEvent, ProjectPull } from './ProjectPull';

const NOTES = {
  approved: /^approved this merge request/,
  enqueued: /^(?:started a|added this merge request to the) merge train\b/,
  dequeued: /^(?:removed|aborted) this merge request from the merge train\b/,
  ready: /^marked this merge request as \*\*ready\*\*/,
  reopened: /^reopened/,
};

const byCreation = (a: ApiObject, b: ApiObject) =>
  String(a.created_at) < String(b.created_at) ? -1 : 1;

/** What all events about a request tell of it, at the time of one. */
type Tell = (
  action: string,
  at: JsonValue | undefined,
  more?: Record<string, JsonValue | undefined>,
  around?: Record<string, JsonValue | undefined>,
) => JsonValue;

/** A file with how many lines of it changed, counted in its patch; of one that is left out for its size nothing is known. */
function withLines(file: ApiObject): JsonObject {
  const diff = textOf(file, 'diff');
  const lines = diff?.split('\n') ?? [];
  const isTold =
    diff !== undefined && file.too_large !== true && file.collapsed !== true;
  return {
    new_path: file.new_path,
    ...(isTold && {
      additions: lines.filter(line => line.startsWith('+')).length,
      deletions: lines.filter(line => line.startsWith('-')).length,
    }),
  };
}

/** Each version is a push; the first is what the request was opened with. */
function pushEvents(request: ApiObject, versions: ApiObject[], tell: Tell) {
  return versions.map((version, index) => {
    const last_commit = { id: version.head_commit_sha };
    const before = versions[index - 1];
    return before
      ? tell('update', version.created_at, {
          last_commit,
          oldrev: before.head_commit_sha,
        })
      : tell(
          'open',
          request.created_at,
          { last_commit },
          { user: request.author },
        );
  });
}

/** What people wrote about a request, of each the first. */
function commentEvents(
  pull: ProjectPull,
  request: ApiObject,
  notes: ApiObject[],
): JsonValue[] {
  const { iid, author } = request;
  const first = new Map<JsonValue | undefined, ApiObject>();
  for (const note of notes.filter(({ system }) => system === false)) {
    const { id } = (note.author ?? {}) as JsonObject;
    if (!first.has(id)) {
      first.set(id, note);
    }
  }
  return [...first.values()].map(note =>
    asEvent('note', pull, {
      object_attributes: {
        noteable_type: 'MergeRequest',
        created_at: note.created_at,
      },
      merge_request: { iid, author_id: (author as JsonObject | undefined)?.id },
      user: note.author,
    }),
  );
}

/** What people did, as GitLab notes it down by itself. The last approval required is the one that approves. */
function noteEvents(notes: ApiObject[], required: number, tell: Tell) {
  const told = (pattern: RegExp) =>
    notes.filter(
      note => note.system === true && pattern.test(textOf(note, 'body') ?? ''),
    );
  return [
    ...told(NOTES.approved).map((note, index) =>
      tell(
        index + 1 === required ? 'approved' : 'approval',
        note.created_at,
        {},
        { user: note.author },
      ),
    ),
    ...told(NOTES.ready).map(note =>
      tell(
        'update',
        note.created_at,
        {},
        { changes: { draft: { previous: true, current: false } } },
      ),
    ),
    ...told(NOTES.reopened).map(note => tell('reopen', note.created_at)),
    ...told(NOTES.enqueued).map(note => tell('enqueue', note.created_at)),
    ...told(NOTES.dequeued).map(note => tell('dequeue', note.created_at)),
  ];
}

async function eventsOf(
  pull: ProjectPull,
  request: ApiObject,
): Promise<JsonValue[]> {
  const path = `/merge_requests/${request.iid}`;
  const [versions, commits, files, notes, approvals] = await Promise.all([
    pull.api.all(`${path}/versions`),
    pull.api.all(`${path}/commits`),
    pull.api.all(`${path}/diffs`),
    pull.api.all(`${path}/notes?sort=asc`),
    pull.api.get(`${path}/approvals`),
  ]);
  const inOrder = [...notes].sort(byCreation);
  const required = Math.max(1, Number(approvals.approvals_required ?? 1));
  const { iid, created_at, target_branch } = request;
  const author_id = (request.author as JsonObject | undefined)?.id;
  // A single event says nothing about the present state of the request.
  const tell: Tell = (action, at, more = {}, around = {}) =>
    asEvent('merge_request', pull, {
      object_attributes: {
        iid,
        action,
        created_at,
        updated_at: at,
        target_branch,
        author_id,
        ...more,
      },
      ...around,
    });
  const now = {
    ...request,
    url: request.web_url,
    last_commit: request.sha ? { id: request.sha } : undefined,
  };
  const labels = (request.labels as string[] | undefined) ?? [];
  return [
    asEvent('merge_request', pull, {
      object_attributes: now,
      labels: labels.map(title => ({ title })),
      reviewers: request.reviewers,
    }),
    ...pushEvents(request, [...versions].sort(byCreation), tell),
    ...noteEvents(inOrder, required, tell),
    ...commentEvents(pull, request, inOrder),
    ...(request.merged_at ? [tell('merge', request.merged_at)] : []),
    ...(request.closed_at ? [tell('close', request.closed_at)] : []),
    ...(commits.length > 0
      ? [
          asEvent('merge_request_commits', pull, {
            merge_request: request,
            merge_request_commits: commits,
            merge_request_files: files.map(withLines),
          }),
        ]
      : []),
  ];
}

/** The merge requests that changed, as events tell of them. */
export async function* pullMergeRequests(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest(
    '/merge_requests?state=all&scope=all&order_by=updated_at&sort=desc',
    { ...pull, timeOf: item => item.updated_at },
  );
  for await (const requests of pages) {
    const events = await pull.api.each(requests, request =>
      eventsOf(pull, request),
    );
    yield events.flat();
  }
}
