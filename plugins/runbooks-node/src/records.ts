/** What every record holds. @public */
export interface OperationsRecordBase {
  /** Stable; a record of the same key takes the place of the one before. */
  key: string;
  /** The system that told it, for example `alertmanager`. */
  source: string;
  /** Full refs of the entities that it is about. */
  entityRefs: readonly string[];
  /** Where a person can look at it. */
  url?: string;
}

/**
 * One firing of an alert, from its start to its end.
 *
 * @public
 */
export interface AlertFiring extends OperationsRecordBase {
  kind: 'firing';
  alert: string;
  /** Of the labels, as the source makes it: the same alert that fires again has it again. */
  fingerprint: string;
  startsAt: string;
  /** Absent while it fires. */
  endsAt?: string;
  severity?: string;
  labels: Readonly<Record<string, string>>;
  /** To whom the source sent it. */
  receivers: readonly string[];
  summary?: string;
  /** As the alert names it: templates and halves of URLs are told too. */
  runbookUrl?: string;
  dashboardUrls: readonly string[];
}

/** An incident, as far as its source tells. Times are ISO 8601. @public */
export interface OperationsIncident extends OperationsRecordBase {
  kind: 'incident';
  title?: string;
  severity?: string;
  foundBy?: 'alert' | 'person';
  startedAt?: string;
  detectedAt?: string;
  acknowledgedAt?: string;
  mitigatedAt?: string;
  /** Absent while it is open, and after it was reopened. */
  resolvedAt?: string;
  reviewUrl?: string;
  reviewPublishedAt?: string;
  /** The names of the alerts that opened it. */
  alerts: readonly string[];
  /** What kind of incident it is, as its source has it labelled. */
  labels?: readonly string[];
  runbookUrl?: string;
  /** Refs or keyed hashes of those who took part; they are counted and never shown. */
  responders: readonly string[];
  followUps: readonly {
    id: string;
    title?: string;
    url?: string;
    createdAt?: string;
    dueAt?: string;
    closedAt?: string;
  }[];
}

/** A deployment to production that succeeded. @public */
export interface ProductionDeployment extends OperationsRecordBase {
  kind: 'deployment';
  finishedAt: string;
  /** The same for a version that is brought to several regions: together they are one deployment. */
  version?: string;
}

/** Records that are no more, or never should have counted. @public */
export interface RemovedRecord {
  kind: 'removed';
  key: string;
}

/** What runbooks are told of operations. @public */
export type OperationsRecord =
  | AlertFiring
  | OperationsIncident
  | ProductionDeployment
  | RemovedRecord;
