import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

const textsSchema = z.record(z.string(), z.string()).nullish();

const alertSchema = z.object({
  status: z.string().min(1),
  fingerprint: z.string().min(1),
  startsAt: payloadInstantSchema,
  endsAt: payloadInstantSchema.nullish(),
  labels: textsSchema,
  annotations: textsSchema,
  generatorURL: z.string().nullish(),
  panelURL: z.string().nullish(),
  dashboardURL: z.string().nullish(),
});

/** What is read of a notification of Alertmanager, and of Grafana. */
export const notificationSchema = z.object({
  receiver: z.string().nullish(),
  alerts: z.array(alertSchema),
});

/** A notification of one or more alerts. */
export type Notification = z.output<typeof notificationSchema>;

/** One alert of a notification. */
export type NotifiedAlert = z.output<typeof alertSchema>;
