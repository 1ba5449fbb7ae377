import { Agent, Dispatcher, EnvHttpProxyAgent } from 'undici';
import { AddressGuard } from './createAddressGuard';
import { createGuardedConnector } from './createGuardedConnector';
import { guardProxied } from './guardProxied';
import { OutgoingProxy } from './readProxyFromEnvironment';

/** Makes what sends requests, directly or by a proxy. All of them go past the guard. */
export function createGuardedAgent(options: {
  /** Connections at once to each host. */
  connections: number;
  guard: AddressGuard;
  proxy?: OutgoingProxy;
}): Dispatcher {
  const { connections, guard, proxy } = options;
  const connect = createGuardedConnector(guard);
  if (!proxy) {
    return new Agent({ connect, connections });
  }
  // An empty text keeps the agent from reading the environment itself.
  const { httpProxy = '', httpsProxy = '', noProxy = '' } = proxy;
  return new EnvHttpProxyAgent({
    connect,
    connections,
    httpProxy,
    httpsProxy,
    noProxy,
  }).compose(guardProxied(guard));
}
