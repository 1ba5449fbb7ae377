import {
  GuardedIngress,
  readHeader,
  verifyHmacSha256,
} from '@fairlead/webhook-ingress';

/** Who may send as PagerDuty: whoever signs the body with the secret of the webhook subscription. */
export const pagerDutyIngress: GuardedIngress = {
  topic: 'pagerduty',
  configKey: 'events.modules.pagerduty.webhookSecret',
  proof: 'a header X-PagerDuty-Signature with the HMAC-SHA-256 of the body',
  verify: (request, secrets) =>
    verifyHmacSha256({
      secrets,
      // One for each secret that is valid at PagerDuty while it is being rotated.
      signature: readHeader(request, 'X-PagerDuty-Signature')
        ?.split(',')
        .map(signature => signature.trim()),
      body: request.raw.body,
      prefix: 'v1=',
    }),
};
