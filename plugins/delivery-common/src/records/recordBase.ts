import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordKind, recordKeySchema } from './recordKey';

/**
 * What every record holds besides its own fields.
 *
 * @remarks
 * A record may be partial: whatever no source has told yet is left out. Records of the same key are merged by
 * `mergeRecords`.
 *
 * @public
 */
export interface RecordBase {
  kind: RecordKind;
  /** The stable name of the record, see `recordKeyOf`. */
  key: string;
  /** The system it comes from, for example `github`. */
  source: string;
  /** Where a person can look at it. */
  url?: string;
  /** Refs of the catalog entities it concerns, as last resolved. */
  entities?: string[];
  /**
   * The keys it was known by before, sorted: those of its repository's earlier names, and of records that proved to be a
   * part of it. Readers drop what they hold under them.
   */
  formerKeys?: string[];
  /** The latest time that the payloads speak of. */
  occurredAt: string;
  /** When the first payload was received. Says how fresh the intake is; no measure depends on it. */
  observedAt: string;
  /** The ways by which it was seen, for example `github.webhook`, sorted. */
  provenance: string[];
  /** For each field of which the latest value counts, when that value was true. */
  asOf: Record<string, string>;
}

/** The fields of a record that a source tells; the rest is bookkeeping. @public */
export type RecordFields<R extends RecordBase> = R extends RecordBase
  ? Omit<R, 'key' | 'occurredAt' | 'observedAt' | 'provenance' | 'asOf'>
  : never;

/** The schema of {@link RecordBase}, to be extended. */
export const recordBaseShape = {
  key: recordKeySchema,
  source: z.string().min(1),
  url: z.string().optional(),
  entities: z.array(z.string()).optional(),
  formerKeys: z.array(recordKeySchema).optional(),
  occurredAt: instantSchema,
  observedAt: instantSchema,
  provenance: z.array(z.string()),
  asOf: z.record(z.string(), instantSchema),
};
