import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { isIncidentLabel } from '../read/incidentLabels';
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

function isIncident(
  { labels, pull_request }: ApiObject,
  { options }: RepositoryPull,
): boolean {
  const names = ((labels ?? []) as JsonObject[]).map(
    label => textOf(label, 'name') ?? '',
  );
  return !pull_request && names.some(name => isIncidentLabel(name, options));
}

/** The issues that changed and are incidents, as events. */
async function* pullIncidents(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest(
    '/issues?state=all&sort=updated&direction=desc',
    { ...pull, timeOf: item => item.updated_at },
  );
  for await (const issues of pages) {
    const incidents = issues.filter(issue => isIncident(issue, pull));
    const events = incidents.map(async issue => [
      asEvent('issues', pull, { action: 'edited', issue }),
      ...(await historyOf(pull, issue)),
    ]);
    yield (await Promise.all(events)).flat();
  }
}

/** That labels were taken off which made issues incidents. */
async function* pullLabelsTakenOff(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest('/issues/events', {
    ...pull,
    timeOf: item => item.created_at,
  });
  for await (const events of pages) {
    yield events.flatMap(({ created_at, event, issue, label }) => {
      const told = issue as JsonObject | null;
      const name = textOf(label, 'name') ?? '';
      return event === 'unlabeled' &&
        isIncidentLabel(name, pull.options) &&
        told &&
        !told.pull_request
        ? [
            asEvent('issues', pull, {
              action: 'unlabeled',
              label,
              issue: { ...told, updated_at: created_at },
            }),
          ]
        : [];
    });
  }
}

/** What became of the issues that are incidents, and which of them are none any more. */
export async function* pullIssues(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  yield* pullIncidents(pull);
  yield* pullLabelsTakenOff(pull);
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
