import {
  RunbookUse,
  StartUse,
  UseOutcome,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Who started a use, and for what, with all that a request leaves to the caller's rights decided. */
export interface UseToStart
  extends Pick<StartUse, 'runbook' | 'for' | 'entity' | 'labels'> {
  startedBy: string;
  byAgent: boolean;
  /** Milliseconds since the epoch; of an import. */
  startedAt?: number;
}

/** A tick, or a link to a run that was started elsewhere. */
export type UseChange =
  | { step: string; done: boolean }
  | { link: { url: string; title?: string } };

/** How a use ended. */
export interface UseEnd {
  outcome: UseOutcome;
  note?: string;
  /** A person says so, and not software. */
  byPerson: boolean;
}

/** Who tells something of a use, and when it was so if not now. */
export interface Told {
  by: string;
  /** Milliseconds since the epoch; of an import. */
  at?: number;
}

/** Uses of runbooks. */
export interface Uses {
  /**
   * Starts a use, with the steps of the text as they are now. The use of the same runbook for the same thing that is
   * under way is answered in place of another one.
   */
  start(use: UseToStart): Promise<{ use: RunbookUse; isNew: boolean }>;

  /**
   * Throws a NotFoundError for an unknown step, and a ConflictError for a use that is finished. What is so already
   * changes nothing.
   */
  change(id: string, change: UseChange, told: Told): Promise<RunbookUse>;

  /** Throws a ConflictError for a use that is finished. */
  finish(id: string, end: UseEnd, told: Told): Promise<RunbookUse>;
}
