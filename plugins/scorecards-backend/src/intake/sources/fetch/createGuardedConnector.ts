import { NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { lookup, LookupAddress } from 'node:dns';
import { isIP, LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { OutgoingPolicy } from './readOutgoingPolicy';

/**
 * Opens connections to public addresses only, unless the policy allows more.
 *
 * @remarks
 *
 * The addresses are judged where the connection is made: what a name resolves to is checked and used in one step, so
 * that a name cannot resolve to one address for the check and to another for the connection. Redirects come here too.
 */
export function createGuardedConnector(
  policy: OutgoingPolicy,
): buildConnector.connector {
  const connect = buildConnector({ lookup: guardedLookup(policy) });
  return (options, callback) => {
    const hostname = options.hostname.replace(/^\[|\]$/g, '');
    // A literal address is connected to without a lookup.
    if (isIP(hostname) && !isAllowed(hostname, hostname, policy)) {
      callback(refusal(hostname, hostname), null);
      return;
    }
    connect(options, callback);
  };
}

function guardedLookup(policy: OutgoingPolicy): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      const refused = addresses.find(
        ({ address }) => !isAllowed(hostname, address, policy),
      );
      if (refused) {
        callback(refusal(hostname, refused.address), '');
      } else if (options.all) {
        callback(null, addresses);
      } else {
        const [{ address, family }]: LookupAddress[] = addresses;
        callback(null, address, family);
      }
    });
  };
}

function isAllowed(
  hostname: string,
  address: string,
  policy: OutgoingPolicy,
): boolean {
  return (
    policy.allowPrivateAddresses ||
    policy.allowedHosts.has(hostname.toLocaleLowerCase('en-US')) ||
    // Reads an IPv4 address written as IPv6 as what it is. All that is not plainly public has a range of its own.
    ipaddr.process(address).range() === 'unicast'
  );
}

function refusal(hostname: string, address: string): Error {
  return new NotAllowedError(
    isolated`Fact sources may not connect to '${hostname}' at the private address ${address}; name the host under 'scorecards.outgoing.allowedHosts' to allow it`,
  );
}
