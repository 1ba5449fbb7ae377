import { JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { asEvent, ProjectPull } from './ProjectPull';
import { environmentOf, finishedAt, pullComparisons } from './pullComparisons';

const TERMINAL = ['success', 'failed', 'canceled'];

/** The events that a deployment was told with: that it began, and how it ended. */
function eventsOf(pull: ProjectPull, deployment: ApiObject): JsonValue[] {
  const { id, ref, sha, status, deployable } = deployment;
  const environment = environmentOf(deployment);
  const tell = (state: JsonValue | undefined, at: JsonValue | undefined) =>
    asEvent('deployment', pull, {
      deployment_id: id,
      status: state,
      status_changed_at: at,
      environment: environment.name,
      environment_tier: environment.tier,
      ref,
      commit_url: `${pull.project.web_url}/-/commit/${sha}`,
      deployable_url: textOf(deployable, 'web_url'),
    });
  const startedAt = textOf(deployable, 'started_at');
  const isDone = TERMINAL.includes(String(status));
  return [
    ...(startedAt ? [tell('running', startedAt)] : []),
    ...(isDone ? [tell(status, finishedAt(deployment))] : []),
    ...(status === 'blocked' ? [tell(status, deployment.created_at)] : []),
  ];
}

/** The deployments that were created since and what they brought, as events. */
export async function* pullDeployments(
  pull: ProjectPull,
): AsyncIterable<JsonValue[]> {
  const deployments: ApiObject[] = [];
  const pages = pull.api.newest('/deployments?order_by=id&sort=desc', {
    ...pull,
    timeOf: item => item.created_at,
  });
  for await (const page of pages) {
    deployments.push(...page);
    yield page.flatMap(deployment => eventsOf(pull, deployment));
  }
  yield* pullComparisons(pull, deployments);
}
