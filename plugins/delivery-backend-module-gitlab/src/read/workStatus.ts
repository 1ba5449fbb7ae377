import {
  parseOutcome,
  WorkState,
  WorkStatus,
} from '@fairlead/backstage-plugin-delivery-common';

const STATES: Record<string, WorkState> = {
  created: 'queued',
  waiting_for_resource: 'queued',
  preparing: 'queued',
  pending: 'queued',
  scheduled: 'queued',
  waiting_for_callback: 'in_progress',
  running: 'in_progress',
  canceling: 'in_progress',
  manual: 'waiting',
  success: 'completed',
  failed: 'completed',
  canceled: 'completed',
  skipped: 'completed',
};

/** Where a pipeline or a job stands. */
export function stateOf(status: string | undefined): WorkState {
  return STATES[(status ?? '').toLowerCase()] ?? 'unknown';
}

/** Where a pipeline or a job stands, and how it ended. */
export function workStatusOf(
  status: string | undefined,
  at: string,
): WorkStatus {
  const state = stateOf(status);
  return state === 'completed'
    ? { state, outcome: parseOutcome(status), at }
    : { state, at };
}
