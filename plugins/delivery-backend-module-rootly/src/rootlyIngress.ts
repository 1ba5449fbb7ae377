import {
  GuardedIngress,
  readHeader,
  verifyHmacSha256,
} from '@fairlead/webhook-ingress';

/**
 * Who may send as Rootly: whoever signs the time and the body with the secret of the webhook endpoint. The time is not
 * held against the clock: what is sent again is known by the id of its event and stored once.
 */
export const rootlyIngress: GuardedIngress = {
  topic: 'rootly',
  configKey: 'events.modules.rootly.webhookSecret',
  proof:
    'a header X-Rootly-Signature with the HMAC-SHA-256 of the time and the body',
  verify(request, secrets) {
    const parts = (readHeader(request, 'X-Rootly-Signature') ?? '')
      .split(',')
      .map(part => part.trim());
    const time = parts.find(part => part.startsWith('t='))?.slice(2);
    return (
      time !== undefined &&
      verifyHmacSha256({
        secrets,
        signature: parts.filter(part => part.startsWith('v1=')),
        body: Buffer.concat([Buffer.from(time), request.raw.body]),
        prefix: 'v1=',
      })
    );
  },
};
