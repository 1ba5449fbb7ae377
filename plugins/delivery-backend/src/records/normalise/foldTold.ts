import {
  DeliveryRecord,
  mergeRecords,
} from '@fairlead/backstage-plugin-delivery-common';
import { mergeTold, ToldSubjects } from '../matching';
import { Told } from '../../intake/reading/readDelivery';

/** All that a batch of deliveries tells of one record. */
export interface ToldRecord {
  key: string;
  /** What was sent. */
  sent?: DeliveryRecord;
  /** What was asked for, and by which pull. */
  pulled?: { record: DeliveryRecord; pullId: string };
  about: ToldSubjects;
  /** Undefined where no delivery tells. */
  paths?: Set<string>;
}

/** Brings together what deliveries tell, by record, in the order of the keys: the order in which records are locked. */
export function foldTold(
  readings: Iterable<{ told: readonly Told[]; pullId: string | null }>,
): ToldRecord[] {
  const records = new Map<string, ToldRecord>();
  for (const { told, pullId } of readings) {
    for (const one of told) {
      const { key } = one.record;
      const about = readAbout(one);
      const known = records.get(key);
      const folded = known ?? { key, about };
      records.set(key, folded);
      folded.about = known ? mergeTold(known.about, about) : about;
      add(folded, one, pullId);
    }
  }
  return [...records.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function add(known: ToldRecord, told: Told, pullId: string | null): void {
  if (pullId === null) {
    known.sent = merge(known.sent, told.record);
  } else {
    const record = merge(known.pulled?.record, told.record);
    known.pulled = { record, pullId: known.pulled?.pullId ?? pullId };
  }
  if (told.paths) {
    known.paths ??= new Set();
    for (const path of told.paths) {
      known.paths.add(path);
    }
  }
}

function readAbout({ record, subjects, subjectsAreAll }: Told): ToldSubjects {
  // Everything that one delivery says of a record has the same time.
  const at = Date.parse(record.occurredAt);
  return {
    firstAt: at,
    subjects: subjects.map(({ annotation, value }) => ({
      annotation,
      value,
      firstAt: at,
      toldAt: subjectsAreAll ? at : 0,
    })),
    ...(subjectsAreAll && { subjectsAt: at }),
  };
}

/** Merges two records of which either may be missing. */
export function merge<A extends DeliveryRecord | undefined>(
  a: A,
  b: DeliveryRecord,
): DeliveryRecord;
export function merge(
  a: DeliveryRecord | undefined,
  b: DeliveryRecord | undefined,
): DeliveryRecord | undefined;
export function merge(
  a: DeliveryRecord | undefined,
  b: DeliveryRecord | undefined,
): DeliveryRecord | undefined {
  return a && b ? mergeRecords(a, b) : a ?? b;
}
