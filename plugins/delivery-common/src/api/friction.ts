/** What gets in the way. @public */
export type FrictionKind =
  | 'waiting'
  | 'unclear-requirements'
  | 'fragile-system'
  | 'poor-tooling';

/** All kinds, in the order in which they are offered. @public */
export const FRICTION_KINDS: readonly FrictionKind[] = [
  'waiting',
  'unclear-requirements',
  'fragile-system',
  'poor-tooling',
];

/** The body of `POST /entities/:kind/:namespace/:name/friction-reports`. @public */
export interface FrictionReportRequest {
  kind: FrictionKind;
  /** Up to 2,000 characters of plain text. */
  note?: string;
  /** How much time it took, in minutes: 1 to 2,400. */
  minutes: number;
}

/** A report as the owning team reads it: what, not who. @public */
export interface FrictionReport {
  id: string;
  entityRef: string;
  kind: FrictionKind;
  note?: string;
  minutes: number;
  /** The day of the report, `yyyy-MM-dd`; the time of day is not told. */
  day: string;
  /** The reader wrote it, and may take it back. */
  isOwn: boolean;
}

/** What was reported in one ISO week. @public */
export interface FrictionWeek {
  /** The Monday, `yyyy-MM-dd`. */
  week: string;
  reports: number;
  minutes: number;
  byKind: Partial<Record<FrictionKind, { reports: number; minutes: number }>>;
}

/** `GET /entities/:kind/:namespace/:name/friction` @public */
export interface FrictionResponse {
  entityRef: string;
  /** Oldest first, with empty weeks. */
  weeks: FrictionWeek[];
  /** The latest single reports: all for members of the owning team, for others their own; absent if they have none. */
  reports?: FrictionReport[];
}
