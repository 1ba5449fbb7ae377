import {
  GuardedIngress,
  readHeader,
  verifyHmacSha256,
} from '@fairlead/webhook-ingress';

/** Takes webhooks that are signed over the body as it was sent. */
export const githubIngress: GuardedIngress = {
  topic: 'github',
  configKey: 'events.modules.github.webhookSecret',
  proof: 'a header X-Hub-Signature-256',
  verify: (request, secrets) =>
    verifyHmacSha256({
      secrets,
      signature: readHeader(request, 'X-Hub-Signature-256'),
      body: request.raw.body,
      prefix: 'sha256=',
    }),
};
