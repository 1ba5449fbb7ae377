import { NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { LookupAddress, LookupAllOptions } from 'node:dns';
import { isPublicAddress } from './isPublicAddress';
import { OutgoingPolicy } from './OutgoingPolicy';

/** Finds all addresses of a name, as `lookup` of `node:dns` does. @public */
export type AddressLookup = (
  hostname: string,
  options: LookupAllOptions,
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: LookupAddress[],
  ) => void,
) => void;

/** Says which hosts may be connected to at which addresses. */
export interface AddressGuard {
  lookup: AddressLookup;
  /** Why a host may not be connected to. One private address among those of a name is enough. */
  refuse(hostname: string, addresses: readonly string[]): Error | null;
}

/** Public addresses may be connected to, and those that the policy allows. */
export function createAddressGuard(
  policy: OutgoingPolicy,
  lookup: AddressLookup,
): AddressGuard {
  return {
    lookup,
    refuse(hostname, addresses) {
      if (
        policy.allowPrivateAddresses ||
        policy.allowedHosts.has(hostname.toLocaleLowerCase('en-US'))
      ) {
        return null;
      }
      const refused = addresses.find(address => !isPublicAddress(address));
      return refused === undefined
        ? null
        : new NotAllowedError(
            isolated`'${hostname}' may not be connected to at the private address ${refused}; name the host under '${policy.configKey}.allowedHosts' to allow it`,
          );
    },
  };
}
