import { JsonValue } from '@backstage/types';
import { pullActivity, pullDirectPushes } from './pullActivity';
import { pullComparisons } from './pullComparisons';
import {
  deploymentEvents,
  Deployers,
  jobIdOf,
  pullDeployments,
  waitingJobs,
} from './pullDeployments';
import { pullIssues, pullReleases } from './pullIssues';
import { pullRequests } from './pullRequests';
import { pullRuns } from './pullRuns';
import { RepositoryPull } from './RepositoryPull';

/** All that a repository has to tell, as events of the same kinds as it sends. */
export async function* pullRepository(
  pull: RepositoryPull,
): AsyncIterable<JsonValue[]> {
  const deployments = await pullDeployments(pull);
  const jobIds = deployments.flatMap(({ statuses }) =>
    statuses.flatMap(status => jobIdOf(status) ?? []),
  );
  const deployers: Deployers = {
    runs: new Map(
      deployments.flatMap(({ runId }) => (runId ? [[runId, {}]] : [])),
    ),
    conclusions: new Map(jobIds.map(id => [id, undefined])),
  };
  yield* pullRuns(pull, deployers, waitingJobs(deployments));
  for (const [runId, run] of deployers.runs) {
    if (run.id === undefined) {
      deployers.runs.set(runId, await pull.api.get(`/actions/runs/${runId}`));
    }
  }
  yield deploymentEvents(pull, deployments, deployers);
  yield* pullComparisons(pull, deployments);

  const pushes = await pullActivity(pull);
  yield* pullDirectPushes(pull, pushes);
  yield* pullRequests(pull, pushes);

  if (pull.options.incidentLabels.length > 0) {
    yield* pullIssues(pull);
  }
  if (pull.options.releaseEnvironment) {
    yield* pullReleases(pull);
  }
}
