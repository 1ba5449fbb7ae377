import {
  GuardedIngress,
  readHeader,
  verifyStandardWebhook,
  verifyToken,
} from '@fairlead/webhook-ingress';

/** What a signing token begins with. Anything else is a secret token. */
const SIGNING_PREFIX = 'whsec_';

const isSigningToken = (secret: string) => secret.startsWith(SIGNING_PREFIX);

/**
 * Takes webhooks that are signed, or that carry the secret token. A signing token is never taken as a secret token,
 * which travels with each request.
 */
export const gitlabIngress: GuardedIngress = {
  topic: 'gitlab',
  configKey: 'events.modules.gitlab.webhookSecret',
  proof: 'a header X-Gitlab-Token, or webhook-signature',
  secretHeaders: ['X-Gitlab-Token'],
  verify: (request, secrets) =>
    readHeader(request, 'webhook-signature') === undefined
      ? verifyToken({
          tokens: secrets.filter(secret => !isSigningToken(secret)),
          given: readHeader(request, 'X-Gitlab-Token'),
        })
      : verifyStandardWebhook(request, secrets.filter(isSigningToken)),
};
