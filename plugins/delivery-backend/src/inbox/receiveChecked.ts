import { isError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import {
  DeliverySource,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { Inbox } from './Inbox';

/**
 * Takes in what can be read and says of the rest why it cannot: a sender that waits for the answer can mend it, which
 * nobody could any more once it is in quarantine.
 */
export async function receiveChecked(
  source: DeliverySource,
  payloads: readonly JsonValue[],
  options: {
    inbox: Inbox;
    context: ReadContext;
    headers: Record<string, string | undefined>;
  },
): Promise<IntakeResponse> {
  const { inbox, context, headers } = options;
  const rejected: IntakeResponse['rejected'] = [];
  const good: number[] = [];
  const receivedAt = new Date().toISOString();
  payloads.forEach((payload, index) => {
    try {
      const type = source.typeOf(payload, headers);
      if (type !== undefined) {
        source.read({ type, payload, receivedAt }, context);
      }
      good.push(index);
    } catch (error) {
      const reason = isError(error) ? error.message : String(error);
      rejected.push({ index, reason });
    }
  });
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
