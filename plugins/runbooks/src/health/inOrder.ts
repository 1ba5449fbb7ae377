import {
  HEALTH_PARTS,
  HealthPart,
  RunbookHealth,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { verdictOf } from './verdictOf';

const ORDER = ['fails', 'unknown', 'holds'] as const;

/** Runbooks with those first that would fail somebody, and of the others those before that may have changed since. */
export function inOrder(runbooks: readonly RunbookSummary[]): RunbookSummary[] {
  return [...runbooks].sort((a, b) => rank(a.health) - rank(b.health));
}

/** The part of a runbook's health to speak of first. */
export function worstPart(health: RunbookHealth): HealthPart | undefined {
  return (
    HEALTH_PARTS.find(part => health[part].state === 'bad') ??
    HEALTH_PARTS.find(part => health[part].state !== 'ok')
  );
}

function rank(health: RunbookHealth): number {
  const hasDrifted = health.drift.state === 'bad';
  return 2 * ORDER.indexOf(verdictOf(health)) + (hasDrifted ? 0 : 1);
}
