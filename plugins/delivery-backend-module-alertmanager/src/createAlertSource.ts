import {
  DeliverySource,
  parsePayload,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { notificationSchema } from './payload';
import { readAlert } from './readAlert';
import { Sender } from './senders';

/** What tells a notification from anything else. */
const typeSchema = z.object({
  alerts: z.unknown().refine(alerts => alerts !== undefined),
  truncatedAlerts: z.number().nullish().catch(undefined),
});

/**
 * A notification with all its alerts, and one that left some out because there were more than `max_alerts`: they are
 * told apart by type so that operators see that something is missing.
 */
const TYPES = { whole: 'alerts', truncated: 'alerts.truncated' };

/** Reads the webhooks of Alertmanager or of Grafana. */
export function createAlertSource(options: {
  sender: Sender;
  /** What to configure while it takes nothing. */
  remedy?: string;
}): DeliverySource {
  const { sender, remedy } = options;
  return {
    ...sender,
    topics: [sender.id],
    off: remedy ? { remedy } : undefined,
    typeOf(payload) {
      const { success, data } = typeSchema.safeParse(payload);
      if (!success) {
        return undefined;
      }
      return data.truncatedAlerts ? TYPES.truncated : TYPES.whole;
    },
    read({ type, payload }) {
      return Object.values(TYPES).includes(type)
        ? parsePayload(notificationSchema, payload).alerts.map(alert =>
            readAlert(sender, alert),
          )
        : undefined;
    },
  };
}
