import { JsonValue } from '@backstage/types';

/** How the intake of one source is doing. @public */
export interface SourceHealth {
  id: string;
  title: string;
  /** `off` where no secret is configured, `silent` where nothing came for longer than is usual. */
  state: 'ok' | 'silent' | 'failing' | 'off';
  /** What to do about it. */
  remedy?: string;
  lastEventAt?: string;
  eventsLastHour: number;
  /** Deliveries for each of the last 24 hours, oldest first. */
  eventsByHour: number[];
  /** Milliseconds from receipt to record, nine in ten of the last hour's stay below; absent where none came. */
  lagP90?: number;
  /** Deliveries refused at the door over the last 24 hours, for example for a wrong signature. */
  rejected: number;
  lastRejection?: { at: string; reason: string };
  /** Deliveries that came again over the last 24 hours. */
  duplicates: number;
  /** Deliveries that could not be read. */
  quarantined: number;
  /** Deliveries that wait to be read. */
  backlog: number;
  /** Types that were accepted and not understood. */
  unknownTypes: { type: string; count: number; lastAt: string }[];
  /** How many subjects no entity claims. */
  unmatched: number;
  /** What the last reconciliation found that had not been delivered. */
  reconciled?: {
    at: string;
    state: 'running' | 'done' | 'failed';
    /** Deliveries read. */
    read: number;
    /** Records that were not known at all. */
    missing: number;
    /** Records of which something was not known. */
    different: number;
    error?: string;
  };
  backfill?: BackfillState;
  /** Whether it can be asked for its past. */
  canPull: boolean;
}

/** `GET /sources` @public */
export interface SourcesResponse {
  sources: SourceHealth[];
}

/** An item of `GET /sources/unmatched`: what was told of and no entity claims. @public */
export interface UnmatchedSubject {
  source: string;
  /** The annotation that an entity would claim it with. */
  annotation: string;
  value: string;
  /** How many records are about it. */
  count: number;
  firstAt: string;
  lastAt: string;
}

/** An item of `GET /sources/quarantine`: a delivery that could not be read. @public */
export interface QuarantinedDelivery {
  id: string;
  source: string;
  type?: string;
  receivedAt: string;
  /** Why, with the path in the payload. */
  reason: string;
  /** As it was received, but with persons masked. Absent if it is withheld. */
  payload?: JsonValue;
  /** Set where the reader may see neither the entity it belongs to nor what belongs to none. */
  isWithheld?: true;
}

/** The body of `POST /sources/quarantine/replays`. @public */
export interface ReplayRequest {
  /** Deliveries by their ids; without them all of `source`. */
  ids?: string[];
  source?: string;
}

/** `POST /sources/quarantine/replays` @public */
export interface ReplayResponse {
  /** How many deliveries wait to be read again. */
  replayed: number;
}

/** The body of `POST /sources/backfills`. @public */
export interface BackfillRequest {
  source: string;
  /** How far back, at most 90. */
  days: number;
}

/** How far a backfill is. @public */
export interface BackfillState {
  id: string;
  source: string;
  state: 'queued' | 'running' | 'done' | 'failed';
  from: string;
  to: string;
  requestedAt: string;
  finishedAt?: string;
  /** Deliveries read so far. */
  read: number;
  error?: string;
}

/** `POST /events` @public */
export interface IntakeResponse {
  accepted: number;
  /** Known already; not stored again. */
  duplicates: number;
  rejected: { index: number; reason: string }[];
}

/** `POST /test-results` @public */
export interface TestResultsResponse extends IntakeResponse {
  /** Read from the report; the tries of one count once. */
  testCases: number;
  /** What was not understood, by what it is called in the report. */
  ignored: { element: string; count: number }[];
}
