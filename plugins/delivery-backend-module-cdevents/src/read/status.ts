import {
  parseOutcome,
  WorkStatus,
} from '@fairlead/backstage-plugin-delivery-common';

/** When a piece of work was asked for, started and done. */
export interface Progress {
  createdAt?: string;
  startedAt?: string;
  finishedAt?: string;
  status: WorkStatus;
}

/** What the events of any piece of work tell of it. How long it took follows from all of them together. */
export const PROGRESS = {
  queued: (at: string): Progress => ({
    createdAt: at,
    status: { state: 'queued', at },
  }),
  started: (at: string): Progress => ({
    startedAt: at,
    status: { state: 'in_progress', at },
  }),
  finished: (at: string, outcome?: string | null): Progress => ({
    finishedAt: at,
    status: { state: 'completed', outcome: parseOutcome(outcome), at },
  }),
};
