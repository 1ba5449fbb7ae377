import {
  readRunbookOutline,
  RunbookUse,
} from '@fairlead/backstage-plugin-runbooks-common';
import { COMPONENT_REF } from './entities';
import { TEXT } from './runbooks';

/** The steps of the text, none done. */
export const STEPS = readRunbookOutline(TEXT).steps.map(
  ({ id, section, text }) => ({ id, section, text, done: false }),
);

export function runbookUse(changes: Partial<RunbookUse> = {}): RunbookUse {
  return {
    id: 'use-1',
    runbookId: 'high-latency',
    title: 'High latency',
    entityRef: COMPONENT_REF,
    purpose: 'incident',
    alert: 'HighLatency',
    labels: { alertname: 'HighLatency', namespace: 'checkout', pod: 'web-7f' },
    byAgent: false,
    startedAt: '2026-11-20T11:50:00Z',
    links: [],
    steps: [],
    revision: 1,
    ...changes,
  };
}
