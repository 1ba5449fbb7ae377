import { isError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  deliveryRecordSchema,
  observe,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  Observation,
  ReadContext,
  Subject,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { ToldRepository } from '../repositories';
import { ClaimedDelivery } from './claimDeliveries';

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

/** A delivery that was read: what it tells, or why it tells nothing. */
export type Reading =
  | { state: 'done'; told: readonly Told[]; repository?: ToldRepository }
  | { state: 'unknown' }
  | { state: 'quarantined'; reason: string };

/** Reads a delivery with its source. Never throws: one that cannot be read says why. */
export function readDelivery(
  delivery: Pick<ClaimedDelivery, 'type' | 'via' | 'payload' | 'received_at'>,
  options: { source: DeliverySource; context: ReadContext },
): Reading {
  const { source, context } = options;
  try {
    const payload = JSON.parse(delivery.payload);
    const type = delivery.type ?? source.typeOf(payload, {});
    if (type === undefined) {
      return { state: 'unknown' };
    }
    const receivedAt = new Date(Number(delivery.received_at)).toISOString();
    const observations = source.read({ type, payload, receivedAt }, context);
    if (!observations) {
      return { state: 'unknown' };
    }
    const told = observations.map(observation =>
      readObservation(observation, {
        receivedAt,
        via: `${source.id}.${delivery.via}`,
      }),
    );
    const repository = readRepository(payload, { ...options, delivery, told });
    return { state: 'done', told, ...(repository && { repository }) };
  } catch (error) {
    return { state: 'quarantined', reason: describe(error) };
  }
}

/** What a delivery tells of the name of its repository: that it had it at the latest time that it speaks of. */
function readRepository(
  payload: JsonValue,
  options: {
    source: DeliverySource;
    delivery: Pick<ClaimedDelivery, 'via' | 'received_at'>;
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
  // What a pull speaks of may be long ago: it is named as of the answer.
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
      `Its source made a record of it that is none: ${z.prettifyError(error)}`,
    );
  }
  if (Date.parse(occurredAt) > Date.parse(receivedAt) + CLOCK_SKEW) {
    throw new RangeError(
      `It speaks of ${occurredAt}, which lies in the future: it was received at ${receivedAt}`,
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
