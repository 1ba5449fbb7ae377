import { CheckStatus } from '../results';

/** What an entity is to hold: a level of a scorecard, certain checks of it, or both. @public */
export interface GateRequirement {
  level?: string;
  /** The ids of checks. */
  checks?: readonly string[];
}

/** A check that keeps an entity from passing a gate. @public */
export interface GateBlocker {
  checkId: string;
  title: string;
  level: string;
  status: CheckStatus;
  reason: string;
}

/** Whether an entity passes a gate. @public */
export interface GateVerdict {
  /** Null when it is not known: this is never a pass. */
  holds: boolean | null;
  /** The answer in a sentence, with what is missing. */
  reason: string;
  /** What keeps it from passing, in the order of the scorecard: first what fails, then what is not known. */
  missing: GateBlocker[];
}

/** `POST /gate` @public */
export interface GateRequest extends GateRequirement {
  entityRefs: string[];
  scorecardRef: string;
}

/** `POST /gate` @public */
export interface GateResponse {
  scorecardRef: string;
  /** False where one of the entities does not pass, else null where it is not known of one. */
  holds: boolean | null;
  /** In the order of the request. */
  entities: (GateVerdict & { entityRef: string })[];
}
