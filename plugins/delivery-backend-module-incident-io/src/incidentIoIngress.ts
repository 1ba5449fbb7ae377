import {
  GuardedIngress,
  verifyStandardWebhook,
} from '@fairlead/webhook-ingress';

/** Takes webhooks of incident.io that are signed with the secret of the webhook endpoint. */
export const incidentIoIngress: GuardedIngress = {
  topic: 'incident-io',
  configKey: 'events.modules.incidentIo.webhookSecret',
  proof: 'a header webhook-signature, as Standard Webhooks say',
  verify: verifyStandardWebhook,
};
