import {
  GuardedIngress,
  readHeader,
  verifyToken,
} from '@fairlead/webhook-ingress';
import { Sender } from './senders';

/** The token of an `Authorization` header: that of `Bearer`, or the password of `Basic`. */
function readToken(authorization: string | undefined): string | undefined {
  const [, scheme, credentials] =
    /^(Bearer|Basic) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme?.toLowerCase() !== 'basic') {
    return credentials;
  }
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : text.slice(colon + 1);
}

/** Who may send as Alertmanager or Grafana, neither of which signs: whoever knows the token. */
export function createIngress({ id }: Sender): GuardedIngress {
  return {
    topic: id,
    configKey: `events.modules.${id}.token`,
    proof:
      'a header Authorization with a bearer token, or with a user and the token as password',
    verify: (request, tokens) =>
      verifyToken({
        tokens,
        given: readToken(readHeader(request, 'Authorization')),
      }),
    secretHeaders: ['Authorization'],
  };
}
