import { InputError, isError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { createPauses } from '@fairlead/background-work';
import { setImmediate as others } from 'node:timers/promises';
import { findAhead, readTold } from '../reading/readDelivery';
import { unknownEntityMessage } from '../../catalog/visibility';
import { Inbox } from '../inbox/Inbox';
import { readCloudEvent } from './readCloudEvent';
import { readNamedEntities } from './readNamedEntities';

/** An event of which nothing is wrong in itself. */
interface Readable {
  index: number;
  payload: JsonValue;
  /** The entities that it names. */
  named: string[];
  isAhead: boolean;
}

/**
 * Takes in what can be read and says of the rest why it cannot: a sender that waits for the answer can mend it, which
 * nobody could any more once it is in quarantine. What names an entity that the sender may not see is not taken.
 */
export async function receiveChecked(
  source: DeliverySource,
  bodies: readonly JsonValue[],
  options: {
    inbox: Inbox;
    context: ReadContext;
    /** Those of the refs of entities that the sender may see. */
    findVisible: (refs: readonly string[]) => Promise<ReadonlySet<string>>;
    headers: Record<string, string | undefined>;
  },
): Promise<IntakeResponse> {
  const { inbox, findVisible, headers } = options;
  const rejected: IntakeResponse['rejected'] = [];
  const readable: Readable[] = [];
  // Parsing the bodies may already have taken a while.
  await others();
  const pauses = createPauses();
  for (const [index, body] of bodies.entries()) {
    try {
      readable.push({ index, ...read(source, body, options) });
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      rejected.push({ index, reason });
    }
    await pauses.ifDue();
  }
  const visible = await findVisible(readable.flatMap(({ named }) => named));
  const good: Readable[] = [];
  for (const one of readable) {
    const hidden = one.named.find(ref => !visible.has(ref));
    if (hidden === undefined) {
      good.push(one);
    } else {
      rejected.push({ index: one.index, reason: unknownEntityMessage(hidden) });
    }
  }
  const total = { accepted: 0, duplicates: 0, rejected };
  for (const isAhead of [false, true]) {
    const group = good.filter(one => one.isAhead === isAhead);
    const received = await inbox.receive(
      source,
      group.map(({ payload }) => payload),
      { via: 'http', headers, isAhead },
    );
    total.accepted += received.accepted;
    total.duplicates += received.duplicates;
    for (const { index, reason } of received.rejected) {
      rejected.push({ index: group[index].index, reason });
    }
  }
  rejected.sort((a, b) => a.index - b.index);
  return total;
}

/** @throws an error that says what is wrong with it */
function read(
  source: DeliverySource,
  body: JsonValue,
  options: {
    context: ReadContext;
    headers: Record<string, string | undefined>;
  },
): Omit<Readable, 'index'> {
  const { context, headers } = options;
  const payload = readCloudEvent(body, headers);
  const type = source.typeOf(payload, headers);
  source.keyOf?.(payload, type ?? '');
  if (type === undefined) {
    throw new InputError('It does not say of which type it is');
  }
  const now = Date.now();
  const receivedAt = new Date(now).toISOString();
  const told =
    readTold({ type, payload, receivedAt }, { source, context, via: 'http' }) ??
    [];
  return {
    payload,
    named: readNamedEntities(told),
    isAhead: findAhead(told, { now }) !== undefined,
  };
}
