import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * The secrets at a key of the configuration: a string, or a list while a secret is being rotated. Empty ones, as unset
 * environment variables leave them behind, do not count.
 *
 * @throws InputError if anything else stands there; the message does not repeat it
 * @public
 */
export function readSecretsFromConfig(
  config: RootConfigService,
  key: string,
): string[] {
  const value = config.getOptional(key) ?? [];
  const secrets = Array.isArray(value) ? value : [value];
  return secrets
    .map(secret => {
      if (typeof secret !== 'string') {
        throw new InputError(`${key} must be a string or a list of strings`);
      }
      return secret.trim();
    })
    .filter(Boolean);
}
