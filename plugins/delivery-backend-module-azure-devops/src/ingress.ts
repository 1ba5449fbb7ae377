import {
  GuardedIngress,
  readHeader,
  verifyToken,
} from '@fairlead/webhook-ingress';

/** The password of an `Authorization` header of basic authentication. */
function readPassword(authorization: string | undefined): string | undefined {
  const [, credentials] = /^Basic +(\S+)$/i.exec(authorization ?? '') ?? [];
  const text = Buffer.from(credentials ?? '', 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : text.slice(colon + 1);
}

/** Who may send as Azure DevOps, which signs nothing: whoever knows the password, with any user name. */
export const azureDevopsIngress: GuardedIngress = {
  topic: 'azure-devops',
  configKey: 'events.modules.azureDevops.password',
  proof: 'a header Authorization of basic authentication',
  verify: (request, passwords) =>
    verifyToken({
      tokens: passwords,
      given: readPassword(readHeader(request, 'Authorization')),
    }),
  secretHeaders: ['Authorization'],
};
