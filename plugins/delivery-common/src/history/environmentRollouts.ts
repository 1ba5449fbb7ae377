import {
  Deployment,
  DeploymentAttempt,
  isFailure,
  Outcome,
  settleDeployment,
} from '../records';
import { byTexts } from './order';

/** The deployments of one version to one environment: the first try and its retries. */
export interface EnvironmentRollout {
  service: string;
  /** In lower case: names that differ only by that are one environment. */
  environment: string;
  deployments: Deployment[];
  /** What was deployed: a commit or, where none is known, an artifact. */
  version?: string;
  sha?: string;
  outcome?: Outcome;
  createdAt: string;
  finishedAt?: string;
  attempts: DeploymentAttempt[];
}

/**
 * What a deployment delivers: the entities it concerns, or the repository where they are not known.
 *
 * @public
 */
export function serviceOf(
  deployment: Pick<Deployment, 'entities' | 'repo'>,
): string {
  return deployment.entities?.length
    ? [...deployment.entities].sort().join(',')
    : deployment.repo;
}

/** A package URL that names a version; without one it names the package at any time. */
const VERSIONED = /^pkg:[^?#]*@/;

/** A commit or, where none is known, an artifact that is never another one. */
function versionOf({ sha, artifact = '' }: Deployment): string | undefined {
  return sha ?? (VERSIONED.test(artifact) ? artifact : undefined);
}

function createdAt(deployment: Deployment): string {
  const [first] = (deployment.statuses ?? []).map(({ at }) => at).sort();
  return deployment.createdAt ?? first ?? deployment.occurredAt;
}

/** A success counts; else the last attempt that was not called off; else the last. */
function decisive(attempts: DeploymentAttempt[]) {
  return (
    attempts.find(({ outcome }) => outcome === 'success') ??
    attempts.filter(({ outcome }) => isFailure(outcome)).at(-1) ??
    attempts.at(-1)
  );
}

function withDeployment(
  rollout: Omit<EnvironmentRollout, 'attempts' | 'outcome' | 'finishedAt'>,
): EnvironmentRollout {
  const attempts = rollout.deployments
    .flatMap(deployment => settleDeployment(deployment).attempts)
    .sort(byTexts(({ finishedAt, outcome }) => [finishedAt, outcome]));
  const { outcome, finishedAt } = decisive(attempts) ?? {};
  return { ...rollout, attempts, outcome, finishedAt };
}

/**
 * Orders the deployments of each environment in time and folds retries: a deployment of the same version that follows
 * directly on one that did not succeed is another attempt of it.
 */
export function environmentRollouts(
  deployments: readonly Deployment[],
): EnvironmentRollout[] {
  const ordered = deployments
    .map(deployment => ({ deployment, at: createdAt(deployment) }))
    .sort(byTexts(({ deployment, at }) => [at, deployment.key]));
  const rollouts: EnvironmentRollout[] = [];
  const current = new Map<string, number>();
  for (const { deployment, at } of ordered) {
    const service = serviceOf(deployment);
    const environment = (deployment.environment ?? '').trim().toLowerCase();
    const version = versionOf(deployment);
    const place = JSON.stringify([service, environment]);
    const index = current.get(place);
    const before = index === undefined ? undefined : rollouts[index];
    if (
      before?.version &&
      before.version === version &&
      before.outcome !== undefined &&
      before.outcome !== 'success'
    ) {
      rollouts[index as number] = withDeployment({
        ...before,
        deployments: [...before.deployments, deployment],
      });
    } else {
      current.set(place, rollouts.length);
      rollouts.push(
        withDeployment({
          service,
          environment,
          deployments: [deployment],
          version,
          sha: deployment.sha,
          createdAt: at,
        }),
      );
    }
  }
  return rollouts;
}
