import { JsonObject, JsonValue } from '@backstage/types';
import {
  classifyEnvironment,
  parseCommitMessage,
} from '@fairlead/backstage-plugin-delivery-common';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { asEvent, ProjectPull } from './ProjectPull';

/** The environment of a deployment, as the API holds it. */
export const environmentOf = ({ environment }: ApiObject) =>
  (environment ?? {}) as JsonObject;

/** When a deployment came to its end. */
export const finishedAt = ({ deployable, updated_at }: ApiObject) =>
  textOf(deployable, 'finished_at') ?? updated_at;

/** The successful deployments in order, outside environments that surely are no production. */
function releasesOf(deployments: readonly ApiObject[]): ApiObject[] {
  return deployments
    .filter(({ status }) => status === 'success')
    .filter(
      deployment =>
        classifyEnvironment({
          environment: textOf(environmentOf(deployment), 'name'),
          tier: textOf(environmentOf(deployment), 'tier'),
        }) !== 'non-production',
    )
    .sort((a, b) => (String(finishedAt(a)) < String(finishedAt(b)) ? -1 : 1));
}

/** The commit that was released before the first release that was pulled, however long ago. */
async function commitBefore(
  pull: ProjectPull,
  first: ApiObject,
): Promise<JsonValue | undefined> {
  const { name } = environmentOf(first);
  const query = new URLSearchParams({
    environment: String(name),
    status: 'success',
    order_by: 'id',
    sort: 'desc',
  });
  for await (const page of pull.api.list(`/deployments?${query}`)) {
    const before = page.find(
      other =>
        Number(other.id) < Number(first.id) &&
        environmentOf(other).name === name,
    );
    if (before) {
      return before.sha;
    }
  }
  return undefined;
}

/** A commit as it names itself and, by GitLab's own sign, the request that it was merged from. */
function toRangeCommit(commit: JsonObject): JsonObject {
  const { subject, changeNumber } = parseCommitMessage(
    textOf(commit, 'message') ?? '',
    { requests: '!' },
  );
  return { sha: commit.id, subject, change_number: changeNumber };
}

/**
 * What deployments brought: each one that succeeded is compared with the one before it in the same environment. Two
 * commits never compare differently, so what was once compared is not asked again.
 */
export async function* pullComparisons(
  pull: ProjectPull,
  deployments: readonly ApiObject[],
): AsyncIterable<JsonValue[]> {
  const released = new Map<JsonValue | undefined, JsonValue | undefined>();
  for (const deployment of releasesOf(deployments)) {
    const { id, sha, created_at } = deployment;
    const environment = environmentOf(deployment).name;
    const base = released.has(environment)
      ? released.get(environment)
      : await commitBefore(pull, deployment);
    released.set(environment, sha);
    const name = `${pull.project.web_url}/compare/${base}...${sha}#${id}`;
    if (!base || base === sha || (await pull.cache.get(name))) {
      continue;
    }
    const compared = await pull.api.get(
      `/repository/compare?${new URLSearchParams({
        from: String(base),
        to: String(sha),
      })}`,
    );
    const commits = (compared.commits ?? []) as JsonObject[];
    yield [
      asEvent('deployment_comparison', pull, {
        comparison: {
          base,
          commits: commits.map(toRangeCommit),
          partial: compared.compare_timeout === true,
        },
        compared_deployment: { id, created_at },
      }),
    ];
    await pull.cache.set(name, { etag: 'compared' });
  }
}
