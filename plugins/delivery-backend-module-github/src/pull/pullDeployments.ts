import { JsonObject, JsonValue } from '@backstage/types';
import { ApiObject, textOf } from '@fairlead/rest-pull';
import { asEvent, RepositoryPull } from './RepositoryPull';

/** A deployment with its statuses, the oldest first. */
export interface PulledDeployment {
  deployment: ApiObject;
  statuses: ApiObject[];
  /** The run that it is part of. */
  runId?: string;
}

/** What is known of the runs and jobs that deployed. */
export interface Deployers {
  runs: Map<string, ApiObject>;
  /** Conclusions by the id of the job. */
  conclusions: Map<string, string | undefined>;
}

const JOB_IN_URL = /\/actions\/runs\/(\d+)(?:\/jobs?\/(\d+))?/;

function urlParts(status: ApiObject): { runId?: string; jobId?: string } {
  const url = textOf(status, 'log_url') ?? textOf(status, 'target_url') ?? '';
  const [, runId, jobId] = JOB_IN_URL.exec(url) ?? [];
  return { runId, jobId };
}

/** The job that wrote a status. */
export const jobIdOf = (status: ApiObject) => urlParts(status).jobId;

/** The jobs that had to wait before they might deploy. */
export function waitingJobs(deployments: PulledDeployment[]): Set<string> {
  return new Set(
    deployments
      .flatMap(({ statuses }) => statuses)
      .filter(({ state }) => state === 'waiting')
      .flatMap(status => jobIdOf(status) ?? []),
  );
}

/** The deployments created since, with all that became of them. */
export async function pullDeployments(
  pull: RepositoryPull,
): Promise<PulledDeployment[]> {
  const pulled: PulledDeployment[] = [];
  const pages = pull.api.newest('/deployments', {
    ...pull,
    timeOf: item => item.created_at,
  });
  for await (const page of pages) {
    const complete = page.map(async deployment => {
      const statuses = await pull.api.all(
        `/deployments/${deployment.id}/statuses`,
      );
      statuses.sort((a, b) =>
        String(a.created_at) < String(b.created_at) ? -1 : 1,
      );
      const runId = statuses.map(urlParts).find(parts => parts.runId)?.runId;
      return { deployment, statuses, runId };
    });
    pulled.push(...(await Promise.all(complete)));
  }
  return pulled;
}

/** An approval is dated by the status that follows on `waiting`, and so is its outcome. */
function reviewEvents(
  pull: RepositoryPull,
  { deployment, statuses }: PulledDeployment,
  run: JsonObject | undefined,
): JsonValue[] {
  return statuses.flatMap((status, index) => {
    if (status.state !== 'waiting' || !run) {
      return [];
    }
    const next = statuses.slice(index + 1).find(s => s.state !== 'waiting');
    const review = (action: string, at?: JsonValue) =>
      asEvent('deployment_review', pull, {
        action,
        since: status.created_at,
        environment: deployment.environment,
        workflow_run: { ...run, updated_at: at },
      });
    const isRefused = ['failure', 'error'].includes(String(next?.state));
    return [
      review('requested'),
      ...(next && next.state !== 'inactive'
        ? [review(isRefused ? 'rejected' : 'approved', next.created_at)]
        : []),
    ];
  });
}

/** Deployments, their statuses and the approvals that these tell of, as events. */
export function deploymentEvents(
  pull: RepositoryPull,
  deployments: readonly PulledDeployment[],
  { runs, conclusions }: Deployers,
): JsonValue[] {
  return deployments.flatMap(pulled => {
    const { deployment, statuses, runId } = pulled;
    const run = runs.get(runId ?? '');
    const workflow_run = run;
    return [
      asEvent('deployment', pull, { deployment, workflow_run }),
      ...statuses
        .filter(({ state }) => state !== 'inactive')
        .map(deployment_status =>
          asEvent('deployment_status', pull, {
            deployment_status,
            deployment,
            workflow_run,
            check_run: {
              conclusion: conclusions.get(jobIdOf(deployment_status) ?? ''),
            },
          }),
        ),
      ...reviewEvents(pull, pulled, run),
    ];
  });
}
