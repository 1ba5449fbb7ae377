import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject } from '@fairlead/rest-pull';
import { asEvent, RepositoryPull } from './RepositoryPull';

async function historyOf(
  pull: RepositoryPull,
  issue: ApiObject,
): Promise<JsonValue[]> {
  const payloads: JsonValue[] = [];
  for await (const page of pull.api.list(`/issues/${issue.number}/timeline`)) {
    for (const { event, created_at } of page) {
      if (event === 'closed' || event === 'reopened') {
        payloads.push(
          asEvent('issues', pull, {
            action: event,
            issue: {
              ...issue,
              updated_at: created_at,
              closed_at: event === 'closed' ? created_at : undefined,
            },
          }),
        );
      }
    }
  }
  return payloads;
}

/** The issues that changed and are incidents, as events. */
export async function* pullIssues(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest(
    '/issues?state=all&sort=updated&direction=desc',
    { ...pull, timeOf: item => item.updated_at },
  );
  const isCandidate = ({ pull_request, labels }: JsonObject) =>
    !pull_request && Array.isArray(labels) && labels.length > 0;
  for await (const issues of pages) {
    const candidates = issues.filter(isCandidate);
    const events = candidates.map(async issue => [
      asEvent('issues', pull, { action: 'edited', issue }),
      ...(await historyOf(pull, issue)),
    ]);
    yield (await Promise.all(events)).flat();
  }
}

/** The releases published since, as events. */
export async function* pullReleases(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest('/releases', {
    ...pull,
    timeOf: item => item.published_at ?? item.created_at,
  });
  for await (const releases of pages) {
    yield releases.map(release =>
      asEvent('release', pull, { action: 'published', release }),
    );
  }
}
