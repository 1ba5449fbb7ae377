import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { EnvironmentRule } from '@fairlead/backstage-plugin-delivery-common';

/**
 * Reads `delivery.environments`: what an installation says of its environments, for `classifyEnvironment`. Throws an
 * InputError that names the key and says what belongs there.
 *
 * @public
 */
export function readEnvironmentRulesFromConfig(
  config: RootConfigService,
): EnvironmentRule[] {
  return (config.getOptionalConfigArray('delivery.environments') ?? []).map(
    readEnvironmentRule,
  );
}

function readEnvironmentRule(config: Config): EnvironmentRule {
  const pattern = config.getString('pattern');
  const kind = config.getString('class');
  if (kind !== 'production' && kind !== 'non-production') {
    throw new InputError(
      `Config 'delivery.environments': the class of '${pattern}' must be 'production' or 'non-production', not '${kind}'`,
    );
  }
  try {
    return { pattern: new RegExp(pattern), class: kind };
  } catch {
    throw new InputError(
      `Config 'delivery.environments': '${pattern}' is not a regular expression`,
    );
  }
}
