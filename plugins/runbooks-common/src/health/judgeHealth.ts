import { isolated } from '@fairlead/bidi-text';
import {
  HealthPart,
  HealthState,
  PartHealth,
  RunbookHealth,
  RunbookTier,
} from '../api';
import { judgeActionable, judgeComplete } from '../lint';
import { RunbookOutline } from '../markdown';

const DAY = 24 * 60 * 60 * 1_000;

/** What is asked of runbooks. @public */
export interface HealthRules {
  /** For how long a verification holds, milliseconds. */
  timeToLive: Record<RunbookTier, number>;
  /** So many production deployments after a verification, a runbook is to be read again. */
  maxDeployments: number;
}

/** What holds where nothing else is configured. @public */
export const DEFAULT_HEALTH_RULES: HealthRules = {
  timeToLive: { critical: 90 * DAY, high: 120 * DAY, normal: 180 * DAY },
  maxDeployments: 20,
};

/** What is known of a runbook. @public */
export interface HealthEvidence {
  now: number;
  tier: RunbookTier;
  /** In place of what the tier says, milliseconds. */
  timeToLive?: number;
  /** Whether it can be read where it stands. */
  resolves: PartHealth;
  /** Of the last good copy. */
  outline?: RunbookOutline;
  /** When that was made. ISO 8601. */
  copiedAt?: string;
  /** Why there is no text. */
  textMissing?: string;
  /** The alert that it is for, where its text holds runbooks of many. */
  alert?: string;
  /** When a person last verified it, milliseconds since the epoch. */
  verifiedAt?: number;
  /** Production deployments of what it serves since then; absent where none was ever told. */
  deployments?: number;
}

/** The health of a runbook, and when the clock alone changes it. @public */
export interface JudgedHealth {
  health: RunbookHealth;
  /** Milliseconds since the epoch. */
  changesAt?: number;
}

/** Judges a runbook, part by part. @public */
export function judgeHealth(
  evidence: HealthEvidence,
  rules: HealthRules = DEFAULT_HEALTH_RULES,
): JudgedHealth {
  const changesAt = readNextChange(evidence, rules);
  return {
    health: {
      resolves: evidence.resolves,
      complete: judgeText(evidence, judgeComplete),
      actionable: judgeText(evidence, judgeActionable),
      fresh: judgeFresh(evidence, rules),
      drift: judgeDrift(evidence, rules),
    },
    ...(changesAt !== undefined && { changesAt }),
  };
}

/**
 * The parts that turned bad from ok.
 *
 * @public
 */
export function findBroken(
  before: Partial<Record<HealthPart, HealthState>>,
  after: RunbookHealth,
): HealthPart[] {
  return (Object.keys(after) as HealthPart[]).filter(
    part => before[part] === 'ok' && after[part].state === 'bad',
  );
}

function judgeText(
  { outline, textMissing, copiedAt, alert }: HealthEvidence,
  judge: typeof judgeComplete,
): PartHealth {
  if (!outline) {
    return {
      state: 'unknown',
      reason: textMissing ?? 'Its text could not be read yet',
    };
  }
  const { state, reason } = judge(outline, { alert });
  return {
    state,
    ...(reason && { reason }),
    ...(copiedAt && { at: copiedAt }),
  };
}

function readExpiry(
  { tier, timeToLive, verifiedAt }: HealthEvidence,
  rules: HealthRules,
): number | undefined {
  return verifiedAt === undefined
    ? undefined
    : verifiedAt + (timeToLive ?? rules.timeToLive[tier]);
}

/** Another day since it was verified, or the end of the time for which that holds. */
function readNextChange(
  evidence: HealthEvidence,
  rules: HealthRules,
): number | undefined {
  const { now, verifiedAt } = evidence;
  const expiresAt = readExpiry(evidence, rules);
  if (verifiedAt === undefined || expiresAt === undefined) {
    return undefined;
  }
  const nextDay = verifiedAt + (daysBetween(verifiedAt, now) + 1) * DAY;
  return expiresAt > now ? Math.min(expiresAt, nextDay) : nextDay;
}

function daysBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / DAY));
}

function judgeFresh(evidence: HealthEvidence, rules: HealthRules): PartHealth {
  const { now, tier, timeToLive, verifiedAt } = evidence;
  const expiresAt = readExpiry(evidence, rules);
  if (verifiedAt === undefined || expiresAt === undefined) {
    return {
      state: 'unknown',
      reason: 'Nobody has verified it yet; read it and say so',
    };
  }
  const days = daysBetween(verifiedAt, now);
  const holds = Math.round((expiresAt - verifiedAt) / DAY);
  const at = new Date(verifiedAt).toISOString();
  return expiresAt > now
    ? { state: 'ok', at, value: days }
    : {
        state: 'bad',
        at,
        value: days,
        reason:
          timeToLive === undefined
            ? isolated`Nobody has verified it for ${days} days; at the tier ${tier} that holds for ${holds}`
            : isolated`Nobody has verified it for ${days} days; it says of itself that this holds for ${holds}`,
      };
}

function judgeDrift(
  { verifiedAt, deployments }: HealthEvidence,
  { maxDeployments }: HealthRules,
): PartHealth {
  if (verifiedAt === undefined) {
    return {
      state: 'unknown',
      reason: 'Nobody has verified it yet, so there is nothing to count from',
    };
  }
  if (deployments === undefined) {
    return {
      state: 'unknown',
      reason:
        'No production deployment of what it serves was ever told; connect delivery to a source of deployments',
    };
  }
  const at = new Date(verifiedAt).toISOString();
  return deployments < maxDeployments
    ? { state: 'ok', at, value: deployments }
    : {
        state: 'bad',
        at,
        value: deployments,
        reason: isolated`${deployments} production deployments since it was last verified; read it again`,
      };
}
