import { AlertRule } from '../AlertRules';

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
  /** Login of whoever mended it. */
  responder: string;
  /** 1 is the worst. */
  severity: 1 | 2 | 3;
  foundBy: 'alert' | 'person';
  /** The name of the alert that found it. */
  alert?: string;
  /** When it began to do harm. */
  startedAt?: number;
  mitigatedAt?: number;
  /** When its review was published. */
  publishedAt?: number;
  followUps: SimulatedFollowUp[];
  /** One of those of which one is always open. */
  isLasting: boolean;
}

export interface SimulatedFollowUp {
  id: string;
  title: string;
  createdAt: number;
  dueAt?: number;
  closedAt?: number;
}

/** One firing of one alert. */
export interface SimulatedAlert {
  rule: AlertRule;
  labels: Record<string, string>;
  fingerprint: string;
  startsAt: number;
  endsAt: number;
  /** One of those of which one always fires. */
  isLasting: boolean;
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
  alerts: SimulatedAlert[];
}
