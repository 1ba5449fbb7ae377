/** What a runbook is used for. @public */
export type UsePurpose = 'incident' | 'drill';

/** What a use came to, as the person who finishes it says. @public */
export type UseOutcome = 'helped' | 'misled' | 'missing';

/** A step of a use. @public */
export interface UseStep {
  /** Of the step in the text, see `readRunbookOutline`. */
  id: string;
  text: string;
  /** The section that it stands in. */
  section?: string;
  done: boolean;
  /** When that was last changed. ISO 8601. */
  at?: string;
}

/** A use of a runbook. @public */
export interface RunbookUse {
  id: string;
  runbookId: string;
  title: string;
  /** For which entity. */
  entityRef?: string;
  purpose: UsePurpose;
  /** The id of the incident, where one was named. */
  incidentId?: string;
  /** The alert that it was started for. */
  alert?: string;
  /** What fills the placeholders. */
  labels: Record<string, string>;
  /** By software on somebody's behalf; such a use verifies nothing. */
  byAgent: boolean;
  startedAt: string;
  finishedAt?: string;
  outcome?: UseOutcome;
  /** What to change. */
  note?: string;
  /** Links to runs of what a step names elsewhere; nothing is executed here. */
  links: { url: string; title?: string; at: string }[];
  steps: UseStep[];
  /** Grows by one with each change. */
  revision: number;
}

/** `GET /uses` @public */
export interface UsePage {
  items: RunbookUse[];
  nextCursor?: string;
  totalItems: number;
}

/** A drill that a person finished. `GET /finished-drills`, for services. @public */
export interface FinishedDrill {
  /** Of the use. */
  id: string;
  /** Whose it was, who started it: the ref of a user. */
  by: string;
  /** ISO 8601. */
  finishedAt: string;
  /** Of the runbook, then. */
  title: string;
  /** For which entity. */
  entityRef?: string;
  /** Where a person can look at it. */
  url?: string;
}

/** `POST /uses` @public */
export interface StartUse {
  /** The id of the runbook. */
  runbook: string;
  for: { incident: string } | { drill: true } | { alert: string };
  entity?: string;
  labels?: Record<string, string>;
  /** By software, though it acts with the rights of a person. What comes through another backend is so anyway. */
  byAgent?: boolean;
  /** Of a use that is over, told by a service that imports it. ISO 8601. */
  startedAt?: string;
  /** Whose use it was, told by a service that imports it: the ref of a user. Without it, a service is an agent. */
  by?: string;
}

/** `POST /runbooks/:id/verifications` @public */
export interface VerifyRunbook {
  /** Of the text that was read; where it is another one by now, nothing is verified. */
  textHash?: string;
}

/** That a person said that a runbook holds. @public */
export interface RunbookVerification {
  runbookId: string;
  /** ISO 8601. */
  verifiedAt: string;
}

/** The channel of signals on which a change of a use is told. @public */
export const USES_SIGNAL_CHANNEL = 'runbooks:uses';

/** A message of {@link USES_SIGNAL_CHANNEL}: that a use changed, and nothing of it. @public */
export type UseSignal = { useId: string; revision: number };
