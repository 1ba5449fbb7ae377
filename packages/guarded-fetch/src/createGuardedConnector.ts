import { isIP, LookupFunction } from 'node:net';
import { LookupAddress } from 'node:dns';
import { buildConnector } from 'undici';
import { AddressGuard } from './createAddressGuard';

/** How long a connection may take to be made, milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/**
 * Opens connections only to where the guard lets them go.
 *
 * @remarks
 *
 * The addresses are judged where the connection is made: what a name resolves to is checked and used in one step, so
 * that a name cannot resolve to one address for the check and to another for the connection. Redirects come here too.
 */
export function createGuardedConnector(
  guard: AddressGuard,
): buildConnector.connector {
  const connect = buildConnector({
    lookup: guardedLookup(guard),
    timeout: CONNECT_TIMEOUT,
  });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    // A literal address is connected to without a lookup.
    const refusal = isIP(hostname) ? guard.refuse(hostname, [hostname]) : null;
    if (refusal) {
      callback(refusal, null);
    } else {
      connect(options, callback);
    }
  };
}

function guardedLookup(guard: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    guard.lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const refusal =
        error ??
        guard.refuse(
          hostname,
          addresses.map(({ address }) => address),
        );
      if (refusal) {
        callback(refusal, '');
      } else if (options.all) {
        callback(null, addresses);
      } else {
        const [{ address, family }]: LookupAddress[] = addresses;
        callback(null, address, family);
      }
    });
  };
}
