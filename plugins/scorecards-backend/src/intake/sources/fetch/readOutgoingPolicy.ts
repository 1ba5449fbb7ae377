import { RootConfigService } from '@backstage/backend-plugin-api';

/** Where fact sources may connect to. */
export interface OutgoingPolicy {
  /** Whether private, loopback and link-local addresses may be reached. */
  allowPrivateAddresses: boolean;
  /** Host names, in lower case, that may be reached at any address. */
  allowedHosts: ReadonlySet<string>;
}

/** Reads `scorecards.outgoing`. */
export function readOutgoingPolicyFromConfig(
  config: RootConfigService,
): OutgoingPolicy {
  const outgoing = config.getOptionalConfig('scorecards.outgoing');
  return {
    allowPrivateAddresses:
      outgoing?.getOptionalBoolean('allowPrivateAddresses') ?? false,
    allowedHosts: new Set(
      outgoing
        ?.getOptionalStringArray('allowedHosts')
        ?.map(host => host.toLocaleLowerCase('en-US')),
    ),
  };
}
