import {
  Deployment,
  DeploymentAttempt,
  DeploymentKind,
  DeploymentTrigger,
  isFailure,
  Outcome,
} from '../records';
import { elapsed } from '../records/instant';
import { EnvironmentRollout, environmentRollouts } from './environmentRollouts';
import { byTexts, groupBy } from './order';

/**
 * One deployment as people speak of it: a commit brought to production, in all its regions and with all its retries.
 *
 * @public
 */
export interface Rollout {
  /** The key of one of its deployment records, the first in order. */
  key: string;
  service: string;
  deployments: Deployment[];
  sha?: string;
  /** Undefined while nothing terminal is known. */
  outcome?: Outcome;
  createdAt: string;
  /** When the last of its regions was done. */
  finishedAt?: string;
  attempts: DeploymentAttempt[];
  /** Undefined where the source does not tell. */
  trigger?: DeploymentTrigger;
  /** What the source says it is for. */
  statedKind?: DeploymentKind;
}

const TRIGGERS: DeploymentTrigger[] = ['manual', 'approved', 'automatic'];
const KINDS: DeploymentKind[] = ['rollback', 'hotfix', 'redeploy', 'change'];

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
    sha: parts.find(part => part.sha)?.sha,
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
    statedKind: KINDS.find(k => deployments.some(d => d.deploymentKind === k)),
  };
}

const timeOf = (part: EnvironmentRollout) => part.finishedAt ?? part.createdAt;

/** Joins the regions of one commit that were done within the window, each environment once. */
function joinRegions(
  parts: EnvironmentRollout[],
  window: number,
): EnvironmentRollout[][] {
  const groups: EnvironmentRollout[][] = [];
  const open = new Map<string, EnvironmentRollout[]>();
  for (const part of [...parts].sort(
    byTexts(p => [timeOf(p), p.deployments[0].key]),
  )) {
    const group = part.sha ? open.get(part.sha) : undefined;
    if (
      group &&
      elapsed(timeOf(group[0]), timeOf(part)) <= window &&
      group.every(other => other.environment !== part.environment)
    ) {
      group.push(part);
    } else {
      const started = [part];
      groups.push(started);
      if (part.sha) {
        open.set(part.sha, started);
      }
    }
  }
  return groups;
}

/**
 * Makes rollouts of the deployments of one tier: retries are folded into attempts, and the regions of one rollout are
 * joined by `deploymentGroup`, or else by the same commit within the window.
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
    const groupName = (part: EnvironmentRollout) =>
      part.deployments.find(d => d.deploymentGroup)?.deploymentGroup ?? '';
    const named = groupBy(
      parts.filter(part => groupName(part)),
      groupName,
    );
    const unnamed = joinRegions(
      parts.filter(part => !groupName(part)),
      options.groupWindow,
    );
    rollouts.push(...[...named.values(), ...unnamed].map(toRollout));
  }
  return rollouts.sort(
    byTexts(r => [r.service, r.finishedAt ?? r.createdAt, r.key]),
  );
}
