import {
  GuardedIngress,
  readHeader,
  verifyHmacSha256,
} from '@fairlead/webhook-ingress';

/** Takes webhooks that are signed over the body as it was sent. */
export const bitbucketIngress: GuardedIngress = {
  topic: 'bitbucket',
  configKey: 'events.modules.bitbucket.webhookSecret',
  proof: 'a header X-Hub-Signature',
  verify: (request, secrets) =>
    verifyHmacSha256({
      secrets,
      signature: readHeader(request, 'X-Hub-Signature'),
      body: request.raw.body,
      prefix: 'sha256=',
    }),
};
