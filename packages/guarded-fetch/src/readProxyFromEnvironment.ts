/** The proxies that lead out of a network, and for which hosts they are passed by. @public */
export interface OutgoingProxy {
  httpProxy?: string;
  httpsProxy?: string;
  noProxy?: string;
}

/**
 * The proxies that the environment names, where `NODE_USE_ENV_PROXY` says that they are to be used: what makes the rest
 * of a Node process use them makes this one too.
 *
 * @public
 */
export function readProxyFromEnvironment(
  environment: Record<string, string | undefined> = process.env,
): OutgoingProxy | undefined {
  const read = (name: string) =>
    environment[name] || environment[name.toLocaleUpperCase('en-US')];
  const httpProxy = read('http_proxy');
  const httpsProxy = read('https_proxy');
  return environment.NODE_USE_ENV_PROXY === '1' && (httpProxy || httpsProxy)
    ? { httpProxy, httpsProxy, noProxy: read('no_proxy') }
    : undefined;
}
