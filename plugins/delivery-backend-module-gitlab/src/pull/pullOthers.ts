import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { asEvent, ProjectPull } from './ProjectPull';

async function pushEvent(
  pull: ProjectPull,
  event: ApiObject,
): Promise<JsonValue[]> {
  const { ref, ref_type, commit_from, commit_to } = (event.push_data ??
    {}) as JsonObject;
  if (ref_type !== 'branch' || ref !== pull.defaultBranch || !commit_from) {
    return [];
  }
  const range = new URLSearchParams({
    from: String(commit_from),
    to: String(commit_to),
  });
  const compared = await pull.api.get(`/repository/compare?${range}`);
  const commits = (compared.commits ?? []) as JsonObject[];
  // Files are told for the whole of a push; each of its commits may have touched any of them.
  const modified = ((compared.diffs ?? []) as JsonObject[]).flatMap(
    diff => textOf(diff, 'new_path') ?? [],
  );
  return [
    asEvent('push', pull, {
      ref: `refs/heads/${ref}`,
      user_username: event.author_username,
      commits: commits.map(({ id, message, committed_date, web_url }) => ({
        id,
        message,
        timestamp: committed_date,
        url: web_url,
        modified,
      })),
    }),
  ];
}

/** What was pushed to the default branch, as events. */
export async function* pullPushes(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest('/events?action=pushed&sort=desc', {
    ...pull,
    timeOf: item => item.created_at,
  });
  for await (const events of pages) {
    const payloads = await pull.api.each(events, event =>
      pushEvent(pull, event),
    );
    yield payloads.flat();
  }
}

/** The releases since, as events. */
export async function* pullReleases(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest('/releases?order_by=released_at&sort=desc', {
    ...pull,
    timeOf: item => item.released_at,
  });
  for await (const releases of pages) {
    yield releases.map(({ tag_name, _links, ...release }) =>
      asEvent('release', pull, {
        ...release,
        tag: tag_name,
        url: textOf(_links, 'self'),
      }),
    );
  }
}
