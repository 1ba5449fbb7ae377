import { RootConfigService } from '@backstage/backend-plugin-api';

/** Where requests may go whose targets others name. @public */
export interface OutgoingPolicy {
  /** Whether private, loopback and link-local addresses may be reached. */
  allowPrivateAddresses: boolean;
  /** Host names, in lower case, that may be reached at any address. */
  allowedHosts: ReadonlySet<string>;
  /** The key that it is read from, for messages. */
  configKey: string;
}

/**
 * Reads `allowPrivateAddresses` and `allowedHosts` under a key.
 *
 * @public
 */
export function readOutgoingPolicyFromConfig(
  config: RootConfigService,
  configKey: string,
): OutgoingPolicy {
  const outgoing = config.getOptionalConfig(configKey);
  return {
    allowPrivateAddresses:
      outgoing?.getOptionalBoolean('allowPrivateAddresses') ?? false,
    allowedHosts: new Set(
      outgoing
        ?.getOptionalStringArray('allowedHosts')
        ?.map(host => host.toLocaleLowerCase('en-US')),
    ),
    configKey,
  };
}
