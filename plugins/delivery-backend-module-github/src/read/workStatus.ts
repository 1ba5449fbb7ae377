import {
  parseOutcome,
  WorkState,
  WorkStatus,
} from '@fairlead/backstage-plugin-delivery-common';

const STATES: Record<string, WorkState> = {
  requested: 'queued',
  pending: 'queued',
  queued: 'queued',
  waiting: 'waiting',
  in_progress: 'in_progress',
  completed: 'completed',
};

/** Where a run, a job or a check stands. Old servers write the words in upper case, or leave the conclusion empty. */
export function workStatusOf(
  status: string | undefined,
  conclusion: string | undefined,
  at: string,
): WorkStatus {
  const state = STATES[(status ?? '').toLowerCase()] ?? 'unknown';
  return state === 'completed'
    ? { state, outcome: parseOutcome(conclusion), at }
    : { state, at };
}
