import {
  Deployment,
  DeploymentAttempt,
  DeploymentTrigger,
  isFailure,
  Outcome,
} from '../records';
import { elapsed } from '../records/instant';
import { EnvironmentRollout, environmentRollouts } from './environmentRollouts';
import { byTexts, groupBy } from './order';

/**
 * One deployment as people speak of it: a version brought to production, in all environments that it reaches at a time and
 * with all its retries.
 *
 * @public
 */
export interface Rollout {
  /** The key of one of its deployment records, the first in order. */
  key: string;
  service: string;
  deployments: Deployment[];
  /** What was done in each environment, in the order in which it was done. */
  environments: EnvironmentRollout[];
  /** What was deployed: a commit or, where none is known, an artifact. */
  version?: string;
  sha?: string;
  /** Undefined while nothing terminal is known. */
  outcome?: Outcome;
  createdAt: string;
  /** When the last of its environments was done. */
  finishedAt?: string;
  attempts: DeploymentAttempt[];
  /** Undefined where the source does not tell. */
  trigger?: DeploymentTrigger;
}

const TRIGGERS: DeploymentTrigger[] = ['manual', 'approved', 'automatic'];

function outcomeOfAll(parts: EnvironmentRollout[]): Outcome | undefined {
  const outcomes = parts.map(part => part.outcome);
  return (
    outcomes.find(isFailure) ??
    outcomes.find(outcome => outcome === 'success') ??
    outcomes.find(outcome => outcome !== undefined)
  );
}

function toRollout(parts: EnvironmentRollout[]): Rollout {
  const deployments = parts
    .flatMap(part => part.deployments)
    .sort(byTexts(({ key }) => [key]));
  const outcome = outcomeOfAll(parts);
  return {
    key: deployments[0].key,
    service: parts[0].service,
    deployments,
    environments: parts,
    version: parts[0].version,
    sha: parts[0].sha,
    outcome,
    createdAt: parts.map(part => part.createdAt).sort()[0],
    finishedAt: parts
      .filter(part => part.outcome === outcome && part.finishedAt)
      .map(part => part.finishedAt as string)
      .sort()
      .at(-1),
    attempts: parts
      .flatMap(part => part.attempts)
      .sort(byTexts(({ finishedAt }) => [finishedAt])),
    trigger: TRIGGERS.find(t => deployments.some(d => d.trigger === t)),
  };
}

const timeOf = (part: EnvironmentRollout) => part.finishedAt ?? part.createdAt;

const groupOf = (part: EnvironmentRollout) =>
  part.deployments.find(d => d.deploymentGroup)?.deploymentGroup;

/** Joins what was done in several environments, each of them once: by group, or else by version within the window. */
function joinEnvironments(
  parts: readonly EnvironmentRollout[],
  window: number,
): EnvironmentRollout[][] {
  const joined: EnvironmentRollout[][] = [];
  const open = new Map<string, EnvironmentRollout[]>();
  for (const part of [...parts].sort(
    byTexts(p => [timeOf(p), p.deployments[0].key]),
  )) {
    const group = groupOf(part);
    const place = JSON.stringify([group, part.version]);
    const isNamed = group !== undefined || part.version !== undefined;
    const others = isNamed ? open.get(place) : undefined;
    if (
      others &&
      (group !== undefined ||
        elapsed(timeOf(others[0]), timeOf(part)) <= window) &&
      others.every(({ environment }) => environment !== part.environment)
    ) {
      others.push(part);
    } else {
      const started = [part];
      joined.push(started);
      open.set(place, started);
    }
  }
  return joined;
}

/**
 * Makes rollouts of the deployments of one tier: retries are folded into attempts, and the environments of one
 * rollout are joined by `deploymentGroup`, or else by the same version within the window.
 *
 * @public
 */
export function rolloutsOf(
  deployments: readonly Deployment[],
  options: { groupWindow: number },
): Rollout[] {
  const rollouts: Rollout[] = [];
  const services = groupBy(
    environmentRollouts(deployments),
    ({ service }) => service,
  );
  for (const parts of services.values()) {
    rollouts.push(
      ...joinEnvironments(parts, options.groupWindow).map(toRollout),
    );
  }
  return rollouts.sort(
    byTexts(r => [r.service, r.finishedAt ?? r.createdAt, r.key]),
  );
}

/** As much of a rollout as reached production; undefined if nothing did. */
export function reachedProduction(rollout: Rollout): Rollout | undefined {
  const reached = rollout.environments.filter(
    ({ outcome }) => outcome === 'success',
  );
  if (reached.length === 0) {
    return undefined;
  }
  return reached.length === rollout.environments.length
    ? rollout
    : toRollout(reached);
}
