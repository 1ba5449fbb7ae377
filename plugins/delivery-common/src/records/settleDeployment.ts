import { Deployment, DeploymentStatus } from './deployment';
import { Outcome } from './outcome';

/** One try at a deployment. @public */
export interface DeploymentAttempt {
  startedAt?: string;
  finishedAt: string;
  outcome: Outcome;
}

/** What the statuses of a deployment come to. @public */
export interface SettledDeployment {
  /** Undefined while nothing terminal is known. */
  outcome?: Outcome;
  startedAt?: string;
  finishedAt?: string;
  /** The finished tries, the oldest first. */
  attempts: DeploymentAttempt[];
}

const TERMINAL: Partial<Record<DeploymentStatus['state'], Outcome>> = {
  success: 'success',
  failure: 'failure',
  cancelled: 'cancelled',
  timedOut: 'timedOut',
};

const RANK: readonly DeploymentStatus['state'][] = [
  'unknown',
  'queued',
  'waiting',
  'in_progress',
  'cancelled',
  'timedOut',
  'failure',
  'success',
  'inactive',
];

function inOrder(statuses: readonly DeploymentStatus[]): DeploymentStatus[] {
  return [...statuses].sort((a, b) =>
    a.at === b.at
      ? RANK.indexOf(a.state) - RANK.indexOf(b.state)
      : Number(a.at > b.at) - Number(a.at < b.at),
  );
}

/**
 * Reads the outcome, the times and the attempts of a deployment from its statuses.
 *
 * @remarks
 * A deployment that was once in production stays delivered: its first `success` decides outcome and finish.
 * Without one, the last terminal status does. `inactive` says nothing about the deployment itself and its time can
 * lie days later.
 *
 * @public
 */
export function settleDeployment(
  deployment: Pick<Deployment, 'statuses'>,
): SettledDeployment {
  const attempts: DeploymentAttempt[] = [];
  let startedAt: string | undefined;
  for (const { state, at } of inOrder(deployment.statuses ?? [])) {
    const outcome = TERMINAL[state];
    if (outcome) {
      attempts.push({ startedAt, finishedAt: at, outcome });
      startedAt = undefined;
    } else if (state === 'in_progress') {
      startedAt ??= at;
    }
  }
  const decisive =
    attempts.find(attempt => attempt.outcome === 'success') ?? attempts.at(-1);
  return {
    outcome: decisive?.outcome,
    startedAt: decisive ? decisive.startedAt : startedAt,
    finishedAt: decisive?.finishedAt,
    attempts,
  };
}
