import { JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { Deployers } from './pullDeployments';
import { asEvent, RepositoryPull } from './RepositoryPull';

async function attemptsOf(
  pull: RepositoryPull,
  run: ApiObject,
): Promise<ApiObject[]> {
  const earlier = Array.from(
    { length: Math.max(0, Number(run.run_attempt ?? 1) - 1) },
    (_, index) => pull.api.get(`/actions/runs/${run.id}/attempts/${index + 1}`),
  );
  return [...(await Promise.all(earlier)), run];
}

const jobsOf = (pull: RepositoryPull, run: ApiObject) =>
  pull.api.all(`/actions/runs/${run.id}/attempts/${run.run_attempt ?? 1}/jobs`);

/**
 * All attempts of the runs created since, and their jobs, as events.
 *
 * @param seen - takes up the runs and jobs that deployments are part of
 * @param waited - the jobs that once waited, which the API does not tell any more
 */
export async function* pullRuns(
  pull: RepositoryPull,
  seen: Deployers,
  waited: ReadonlySet<string>,
): AsyncIterable<JsonValue[]> {
  const pages = pull.api.newest('/actions/runs', {
    ...pull,
    timeOf: item => item.created_at,
  });
  for await (const runs of pages) {
    const events = runs.map(async run => {
      if (seen.runs.has(String(run.id))) {
        seen.runs.set(String(run.id), run);
      }
      const attempts = await attemptsOf(pull, run);
      const jobs = (
        await Promise.all(attempts.map(attempt => jobsOf(pull, attempt)))
      ).flat();
      for (const job of jobs) {
        if (seen.conclusions.has(String(job.id))) {
          seen.conclusions.set(String(job.id), textOf(job, 'conclusion'));
        }
      }
      return [
        ...attempts.map(attempt =>
          asEvent('workflow_run', pull, {
            action: attempt.status,
            workflow_run: attempt,
          }),
        ),
        ...jobs.map(job =>
          asEvent('workflow_job', pull, {
            action: job.status,
            workflow_job: job,
          }),
        ),
        ...jobs
          .filter(({ id }) => waited.has(String(id)))
          .map(({ conclusion, completed_at, ...job }) =>
            asEvent('workflow_job', pull, {
              action: 'waiting',
              workflow_job: { ...job, status: 'waiting', steps: [] },
            }),
          ),
      ];
    });
    yield (await Promise.all(events)).flat();
  }
}
