import { JsonObject, JsonValue } from '@backstage/types';
import {
  classifyEnvironment,
  parseCommitMessage,
} from '@fairlead/backstage-plugin-delivery-common';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { PulledDeployment } from './pullDeployments';
import { asEvent, RepositoryPull } from './RepositoryPull';

const firstSuccess = ({ statuses }: PulledDeployment) =>
  textOf(
    statuses.find(({ state }) => state === 'success'),
    'created_at',
  );

/** The successful deployments in order, outside environments that surely are no production. */
function releasesOf(deployments: readonly PulledDeployment[]): ApiObject[] {
  return deployments
    .filter(pulled => firstSuccess(pulled))
    .filter(
      ({ deployment }) =>
        classifyEnvironment({
          environment: textOf(deployment, 'environment'),
          productionEnvironment: deployment.production_environment === true,
        }) !== 'non-production',
    )
    .sort((a, b) =>
      (firstSuccess(a) ?? '') < (firstSuccess(b) ?? '') ? -1 : 1,
    )
    .map(({ deployment }) => deployment);
}

/** So many deployments in a row may have failed before the search for one that did not is given up. */
const MAX_FAILED = 10;

/** The commit that was released before the first release that was pulled, however long ago. */
async function commitBefore(
  pull: RepositoryPull,
  { environment, created_at }: ApiObject,
): Promise<JsonValue | undefined> {
  const path = `/deployments?environment=${encodeURIComponent(
    String(environment),
  )}`;
  let failed = 0;
  for await (const page of pull.api.list(path)) {
    const older = page.filter(
      other => String(other.created_at) < String(created_at),
    );
    for (const { id, sha } of older) {
      const statuses = await pull.api.all(`/deployments/${id}/statuses`);
      if (statuses.some(({ state }) => state === 'success')) {
        return sha;
      }
      if (++failed === MAX_FAILED) {
        return undefined;
      }
    }
  }
  return undefined;
}

/** A deployment of more than a thousand commits is told in part. */
const MAX_PAGES = 10;

async function compare(pull: RepositoryPull, range: string) {
  const commits: JsonObject[] = [];
  const first = await pull.api.get(`/compare/${range}?per_page=100`);
  commits.push(...(first.commits as JsonObject[]));
  const total = Number(first.total_commits ?? commits.length);
  const pages = Math.min(Math.ceil(total / 100), MAX_PAGES);
  for (let page = 2; page <= pages; page++) {
    const more = await pull.api.get(
      `/compare/${range}?per_page=100&page=${page}`,
    );
    commits.push(...(more.commits as JsonObject[]));
  }
  return { commits, partial: commits.length < total };
}

/** A commit as it names itself and, by GitHub's own sign, a pull request or an issue. */
function toRangeCommit({ sha, commit }: JsonObject): JsonObject {
  const { subject, changeNumber } = parseCommitMessage(
    textOf(commit, 'message') ?? '',
    { requests: '#' },
  );
  return { sha, subject, change_number: changeNumber };
}

/**
 * What deployments brought: each one that succeeded is compared with the one before it in the same environment. Two
 * commits never compare differently, so what was once compared is not asked again.
 */
export async function* pullComparisons(
  pull: RepositoryPull,
  deployments: readonly PulledDeployment[],
): AsyncIterable<JsonValue[]> {
  const released = new Map<JsonValue | undefined, JsonValue | undefined>();
  for (const deployment of releasesOf(deployments)) {
    const { id, environment, sha } = deployment;
    const base = released.has(environment)
      ? released.get(environment)
      : await commitBefore(pull, deployment);
    released.set(environment, sha);
    const name = `${pull.repository.full_name}/compare/${base}...${sha}#${id}`;
    if (!base || base === sha || (await pull.cache.get(name))) {
      continue;
    }
    const { commits, partial } = await compare(pull, `${base}...${sha}`);
    yield [
      asEvent('deployment_comparison', pull, {
        comparison: {
          base,
          commits: commits.map(toRangeCommit),
          partial,
        },
        deployment,
      }),
    ];
    await pull.cache.set(name, { etag: 'compared' });
  }
}
