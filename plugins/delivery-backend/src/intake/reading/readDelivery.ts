import { isError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  deliveryRecordSchema,
  observe,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  Delivery,
  DeliverySource,
  Observation,
  ReadContext,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { isolated } from '@fairlead/bidi-text';
import { z } from 'zod';
import { isoTime } from '../../database/isoTime';
import { DbDeliveryRow } from '../../database/tables';

/** Clocks of senders may be ahead by so much. */
const CLOCK_SKEW = 10 * 60_000;

/** Bytes of the key of a record: an index takes less than 3 kB, some of it for other columns. */
const MAX_KEY = 1_500;

/** What one delivery tells of one record. */
export interface Told {
  record: DeliveryRecord;
  subjects: readonly Subject[];
  subjectsAreAll?: boolean;
  paths?: readonly string[];
}

/** That a repository of a source has a name, and had others before. */
export interface ToldRepository {
  source: string;
  id: string;
  name: string;
  formerNames: readonly string[];
  /** In milliseconds since the epoch; undefined where it is not known when it had the name. */
  at?: number;
  toldAt: number;
}

/** A delivery as it was received. */
export type RawDelivery = Pick<
  DbDeliveryRow,
  'type' | 'via' | 'payload' | 'received_at'
>;

/** A delivery that was read: what it tells, or why it tells nothing. */
export type Reading =
  | { state: 'done'; told: readonly Told[]; repository?: ToldRepository }
  | { state: 'unknown' }
  | { state: 'quarantined'; reason: string; due?: number };

/** Reads a delivery with its source. Never throws: one that cannot be read says why. */
export function readDelivery(
  delivery: RawDelivery,
  options: { source: DeliverySource; context: ReadContext; now: number },
): Reading {
  const { source, now } = options;
  try {
    const payload = JSON.parse(delivery.payload);
    const type = delivery.type ?? source.typeOf(payload, {});
    const receivedAt = isoTime(delivery.received_at);
    const told =
      type === undefined
        ? undefined
        : readTold(
            { type, payload, receivedAt },
            { ...options, via: delivery.via },
          );
    if (!told) {
      return { state: 'unknown' };
    }
    const ahead = findAhead(told, { now });
    if (ahead) {
      return { state: 'quarantined', ...ahead };
    }
    const repository = readRepository(payload, { ...options, delivery, told });
    return { state: 'done', told, ...(repository && { repository }) };
  } catch (error) {
    return { state: 'quarantined', reason: describe(error) };
  }
}

/**
 * What a delivery tells; undefined if its type is not known.
 *
 * @throws what its source throws, or an error that says why its records cannot be kept
 */
export function readTold(
  delivery: Delivery,
  options: { source: DeliverySource; context: ReadContext; via: string },
): Told[] | undefined {
  const { source, context, via } = options;
  return source.read(delivery, context)?.map(observation =>
    readObservation(observation, {
      receivedAt: delivery.receivedAt,
      via: `${source.id}.${via}`,
    }),
  );
}

/**
 * What is wrong with a delivery that speaks of the future, and when it will not do so any more; undefined if it does not.
 * Records of the future would hide what is sent of them until then.
 */
export function findAhead(
  told: readonly Told[],
  { now }: { now: number },
): { reason: string; due: number } | undefined {
  const latest = told
    .map(({ record }) => record.occurredAt)
    .reduce((a, b) => (a > b ? a : b), '');
  const due = Date.parse(latest) - CLOCK_SKEW;
  return due > now
    ? {
        reason: isolated`It speaks of ${latest}, which lies in the future: it is read when that time has come, unless it is sent again with another`,
        due,
      }
    : undefined;
}

/** What a delivery tells of the name of its repository: that it had it at the latest time that it speaks of. */
function readRepository(
  payload: JsonValue,
  options: {
    source: DeliverySource;
    delivery: Pick<RawDelivery, 'via' | 'received_at'>;
    told: readonly Told[];
  },
): ToldRepository | undefined {
  const { source, delivery, told } = options;
  const named = source.repositoryOf?.(payload);
  if (!named) {
    return undefined;
  }
  const toldAt = Number(delivery.received_at);
  const times = [
    ...told.map(({ record }) => record.occurredAt),
    ...(named.at === undefined ? [] : [named.at]),
  ].map(at => Date.parse(at));
  // A pull answers with the present name, however old the record is.
  const isPulled = ['reconcile', 'backfill'].includes(delivery.via);
  const at = isPulled ? toldAt : Math.min(Math.max(...times), toldAt);
  return {
    source: source.id,
    id: named.id,
    name: named.name,
    formerNames: named.formerNames ?? [],
    ...(Number.isFinite(at) && { at }),
    toldAt,
  };
}

function readObservation(
  observation: Observation,
  sighting: { receivedAt: string; via: string },
): Told {
  const { occurredAt, subjects, subjectsAreAll, paths } = observation;
  const { receivedAt, via } = sighting;
  const record = observe(observation.record, {
    occurredAt,
    observedAt: receivedAt,
    via,
  });
  const { error } = deliveryRecordSchema.safeParse(record);
  if (error) {
    throw new TypeError(
      isolated`Its source made a record of it that is none: ${z.prettifyError(
        error,
      )}`,
    );
  }
  if (Buffer.byteLength(record.key) > MAX_KEY) {
    throw new RangeError(`The names in it are longer than ${MAX_KEY} bytes`);
  }
  return { record, subjects, subjectsAreAll, paths };
}

function describe(error: unknown): string {
  const message = isError(error) ? error.message : String(error);
  return message.slice(0, 2_000);
}
