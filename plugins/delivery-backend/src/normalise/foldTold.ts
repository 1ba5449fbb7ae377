import {
  DeliveryRecord,
  mergeRecords,
} from '@fairlead/backstage-plugin-delivery-common';
import { Subject } from '@fairlead/backstage-plugin-delivery-node';
import { Told } from './readDelivery';

/** All that a batch of deliveries tells of one record. */
export interface ToldRecord {
  key: string;
  /** What was sent. */
  sent?: DeliveryRecord;
  /** What was asked for, and by which pull. */
  pulled?: { record: DeliveryRecord; pullId: string };
  subjects: Subject[];
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
      const known = records.get(key) ?? { key, subjects: [] };
      records.set(key, known);
      add(known, one, pullId);
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
  for (const { annotation, value } of told.subjects) {
    const isKnown = known.subjects.some(
      subject => subject.annotation === annotation && subject.value === value,
    );
    if (!isKnown) {
      known.subjects.push({ annotation, value });
    }
  }
  if (told.paths) {
    known.paths ??= new Set();
    for (const path of told.paths) {
      known.paths.add(path);
    }
  }
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
