import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { isIncidentLabel } from '../read/incidentLabels';
import { asEvent, ProjectPull } from './ProjectPull';

/** An issue as events carry it. */
function attributesOf({ labels, ...issue }: ApiObject): JsonObject {
  const names = (labels ?? []) as string[];
  return {
    ...issue,
    type: issue.issue_type,
    url: issue.web_url,
    labels: names.map(title => ({ title })),
  };
}

/** That a label was taken off which made the issue an incident. */
async function labelsTakenOff(
  pull: ProjectPull,
  issue: ApiObject,
): Promise<JsonValue[]> {
  const changes = await pull.api.all(
    `/issues/${issue.iid}/resource_label_events`,
  );
  return changes.flatMap(({ action, created_at, label }) => {
    const title = textOf(label, 'name') ?? '';
    return action === 'remove' && isIncidentLabel(title, pull.options)
      ? [
          asEvent('issue', pull, {
            object_attributes: {
              ...attributesOf(issue),
              action: 'update',
              updated_at: created_at,
            },
            changes: { labels: { previous: [{ title }] } },
          }),
        ]
      : [];
  });
}

/** Whether it may have been an incident before: it is none now, and something happened to it. */
function mayHaveBeenIncident(
  { created_at, issue_type, labels, updated_at }: ApiObject,
  { options }: ProjectPull,
): boolean {
  const isIncident =
    issue_type === 'incident' ||
    ((labels ?? []) as string[]).some(label => isIncidentLabel(label, options));
  return !isIncident && created_at !== updated_at;
}

/** The issues that changed, as events. */
export async function* pullIssues(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest(
    '/issues?scope=all&order_by=updated_at&sort=desc',
    { ...pull, timeOf: item => item.updated_at },
  );
  for await (const issues of pages) {
    yield issues.map(issue =>
      asEvent('issue', pull, { object_attributes: attributesOf(issue) }),
    );
    const candidates = issues.filter(issue => mayHaveBeenIncident(issue, pull));
    const takenOff = await pull.api.each(candidates, issue =>
      labelsTakenOff(pull, issue),
    );
    yield takenOff.flat();
  }
}
