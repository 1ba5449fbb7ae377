import { isError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { unknownEntityMessage } from '../visibility';
import { Inbox } from './Inbox';
import { readNamedEntities } from './readNamedEntities';

/**
 * Takes in what can be read and says of the rest why it cannot: a sender that waits for the answer can mend it, which
 * nobody could any more once it is in quarantine. What names an entity that the sender may not see is not taken.
 */
export async function receiveChecked(
  source: DeliverySource,
  payloads: readonly JsonValue[],
  options: {
    inbox: Inbox;
    context: ReadContext;
    /** Those of the refs of entities that the sender may see. */
    findVisible: (refs: readonly string[]) => Promise<ReadonlySet<string>>;
    headers: Record<string, string | undefined>;
  },
): Promise<IntakeResponse> {
  const { inbox, context, findVisible, headers } = options;
  const rejected: IntakeResponse['rejected'] = [];
  const readable: { index: number; named: string[] }[] = [];
  const receivedAt = new Date().toISOString();
  payloads.forEach((payload, index) => {
    try {
      const type = source.typeOf(payload, headers);
      const told =
        type === undefined
          ? undefined
          : source.read({ type, payload, receivedAt }, context);
      readable.push({ index, named: readNamedEntities(told ?? []) });
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      rejected.push({ index, reason });
    }
  });
  const visible = await findVisible(readable.flatMap(({ named }) => named));
  const good: number[] = [];
  for (const { index, named } of readable) {
    const hidden = named.find(ref => !visible.has(ref));
    if (hidden === undefined) {
      good.push(index);
    } else {
      rejected.push({ index, reason: unknownEntityMessage(hidden) });
    }
  }
  const received = await inbox.receive(
    source,
    good.map(index => payloads[index]),
    { via: 'http', headers },
  );
  return {
    ...received,
    rejected: [
      ...rejected,
      ...received.rejected.map(({ index, reason }) => ({
        index: good[index],
        reason,
      })),
    ].sort((a, b) => a.index - b.index),
  };
}
