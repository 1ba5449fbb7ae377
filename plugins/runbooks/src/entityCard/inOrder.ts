import {
  HEALTH_PARTS,
  HealthPart,
  RunbookHealth,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { verdictOf } from '../health';

const ORDER = ['fails', 'unknown', 'holds'] as const;

/** Runbooks with those first that would fail somebody. */
export function inOrder(runbooks: readonly RunbookSummary[]): RunbookSummary[] {
  return [...runbooks].sort(
    (a, b) =>
      ORDER.indexOf(verdictOf(a.health)) - ORDER.indexOf(verdictOf(b.health)),
  );
}

/** The part of a runbook's health to speak of first. */
export function worstPart(health: RunbookHealth): HealthPart | undefined {
  return (
    HEALTH_PARTS.find(part => health[part].state === 'bad') ??
    HEALTH_PARTS.find(part => health[part].state !== 'ok')
  );
}
