import { ProbedPage } from './types';

/** Hosts at which people sign in, with all that is below them. */
const IDENTITY_HOSTS = [
  'accounts.google.com',
  'amazoncognito.com',
  'auth0.com',
  'b2clogin.com',
  'cloudflareaccess.com',
  'duosecurity.com',
  'id.atlassian.com',
  'jumpcloud.com',
  'login.live.com',
  'login.microsoft.com',
  'login.microsoftonline.com',
  'login.windows.net',
  'okta-emea.com',
  'okta.com',
  'oktapreview.com',
  'onelogin.com',
  'pingidentity.com',
  'pingone.com',
  'signin.aws.amazon.com',
];

/** First names of hosts at which people sign in; believed only of a host that a redirect led to. */
const IDENTITY_NAME =
  /^(?:accounts?|adfs|auth|authn?|cas|dex|idp?|identity|iam|keycloak|login|oauth|oauth2|oidc|secure-login|sign-?in|sso|sts)\./;

/** Paths at which people sign in; believed only of a path that a redirect led to. */
const IDENTITY_PATH =
  /(?:^|[/_.])(?:adfs|auth\/realms|authenticate|authorize|cas|dologin|j_security_check|log-?in|log-?on|oauth2?|openid|openid-connect|saml2?|session\/new|sign[-_]?in|sso|wp-login)(?:[/.]|$)/i;

const SIGN_IN_TITLE =
  /^\W*(?:please )?(?:(?:sign|log)[ -]?(?:in|on)|authentication required|single sign[ -]?on|anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesi[oó]n|accedi|logg inn|logga in)(?:\W|$)|\W(?:sign|log)[ -]?(?:in|on)\W*$/i;

/** A page that says more than this is not there for signing in. */
const WORDS = 200;

/** Whether a redirect ended where people sign in. */
export function isSignOnAddress(
  url: string,
  options: { from: string; identityHosts: readonly string[] },
): boolean {
  const [from, to] = [new URL(options.from), new URL(url)];
  const host = to.hostname;
  if (
    [...IDENTITY_HOSTS, ...options.identityHosts].some(
      known => host === known || host.endsWith(`.${known}`),
    )
  ) {
    return host !== from.hostname;
  }
  if (host !== from.hostname && IDENTITY_NAME.test(host)) {
    return true;
  }
  // A runbook about signing in may stand under such a name itself.
  const [found] = IDENTITY_PATH.exec(to.pathname) ?? [];
  return found !== undefined && !from.pathname.includes(found);
}

/** Whether a page is there for signing in, whatever its address is. */
export function isSignOnPage(page: ProbedPage): boolean {
  if (page.isSignOnForm) {
    return true;
  }
  if (page.words > WORDS) {
    return false;
  }
  return page.hasPassword || SIGN_IN_TITLE.test(page.title ?? '');
}
