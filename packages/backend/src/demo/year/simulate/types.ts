/*
 * What happened in a repository, before any system told of it. Times are milliseconds since the epoch.
 */

export interface SimulatedJob {
  id: number;
  name: string;
  createdAt: number;
  startedAt: number;
  finishedAt: number;
  outcome: 'success' | 'failure' | 'cancelled';
}

export interface SimulatedRun {
  id: number;
  attempt: number;
  event: 'pull_request' | 'push' | 'merge_group' | 'schedule';
  sha: string;
  branch: string;
  createdAt: number;
  startedAt: number;
  finishedAt: number;
  outcome: 'success' | 'failure' | 'cancelled';
  jobs: SimulatedJob[];
}

export interface SimulatedReview {
  id: number;
  at: number;
  by: string;
  state: 'approved' | 'changes_requested';
  sha: string;
}

export interface SimulatedChange {
  number: number;
  title: string;
  author: string;
  byBot: boolean;
  /** An agent made it, at somebody's wish. */
  byAgent: boolean;
  branch: string;
  labels: string[];
  firstCommitAt: number;
  openedAt: number;
  pushes: { sha: string; at: number }[];
  headSha: string;
  reviews: SimulatedReview[];
  runs: SimulatedRun[];
  queuedAt?: number;
  mergedAt?: number;
  mergeSha?: string;
  /** Closed without a merge. */
  closedAt?: number;
  /** The merge commit that it reverts. */
  reverts?: string;
}

export interface SimulatedStatus {
  id: number;
  state:
    | 'queued'
    | 'waiting'
    | 'in_progress'
    | 'success'
    | 'failure'
    | 'inactive';
  at: number;
}

export interface SimulatedDeployment {
  id: number;
  environment: string;
  sha: string;
  ref: string;
  createdAt: number;
  statuses: SimulatedStatus[];
  approval?: { requestedAt: number; decidedAt: number };
  kind: 'change' | 'rollback' | 'hotfix';
  manual: boolean;
}

export interface SimulatedIncident {
  id: string;
  number: number;
  title: string;
  urgency: 'high' | 'low';
  triggeredAt: number;
  acknowledgedAt: number;
  resolvedAt: number;
  reopenedAt?: number;
  resolvedAgainAt?: number;
}

/** Everything that happened in one repository. */
export interface RepositoryHistory {
  changes: SimulatedChange[];
  /** Runs on the default branch after merges. */
  trunkRuns: SimulatedRun[];
  /** Runs on the default branch by the clock. */
  watchRuns: SimulatedRun[];
  deployments: SimulatedDeployment[];
  incidents: SimulatedIncident[];
}
