import {
  DeliverySource,
  parsePayload,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { notificationSchema } from './payload';
import { readAlert, SERVICE_ANNOTATION } from './readAlert';
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
  /** Set while it takes nothing. */
  off?: DeliverySource['off'];
}): DeliverySource {
  const { off, sender } = options;
  return {
    ...sender,
    topics: [sender.id],
    naming: {
      services: [{ annotation: SERVICE_ANNOTATION, example: 'checkout' }],
    },
    off,
    setup: `Add a webhook receiver to the routes of ${sender.title}, with the token that is configured here.`,
    typeOf(payload) {
      const { success, data } = typeSchema.safeParse(payload);
      if (!success) {
        return undefined;
      }
      return data.truncatedAlerts ? TYPES.truncated : TYPES.whole;
    },
    read({ type, payload }) {
      if (!Object.values(TYPES).includes(type)) {
        return undefined;
      }
      const notification = parsePayload(notificationSchema, payload);
      return notification.alerts.map(alert =>
        readAlert(alert, { notification, sender }),
      );
    },
  };
}
