import { isIP } from 'node:net';
import { Dispatcher } from 'undici';
import { AddressGuard } from './createAddressGuard';

/**
 * Refuses what is asked for through a proxy, which resolves names itself and makes the connection. What a name resolves
 * to here is judged first; a name that only the proxy knows is left to its rules.
 */
export function guardProxied(
  guard: AddressGuard,
): Dispatcher.DispatcherComposeInterceptor {
  return dispatch => (options, handler) => {
    const hostname = new URL(String(options.origin)).hostname.replace(
      /^\[|\]$/g,
      '',
    );
    const judge = (addresses: string[]) => {
      const refusal = guard.refuse(hostname, addresses);
      if (!refusal) {
        return dispatch(options, handler);
      }
      handler.onResponseError?.(undefined as never, refusal);
      return true;
    };
    if (isIP(hostname)) {
      return judge([hostname]);
    }
    guard.lookup(hostname, { all: true }, (_error, addresses = []) =>
      judge(addresses.map(({ address }) => address)),
    );
    return true;
  };
}
