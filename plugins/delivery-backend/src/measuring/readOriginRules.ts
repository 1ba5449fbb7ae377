import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import {
  ORIGIN_RULES,
  OriginRule,
} from '@fairlead/backstage-plugin-delivery-common';

const KINDS: readonly OriginRule['kind'][] = [
  'agent',
  'dependency-bot',
  'automation',
];

/**
 * Reads `delivery.origins`: how tools are known that make changes. Those of the installation are looked at before the
 * built-in ones. Throws an InputError that says what belongs there.
 */
export function readOriginRulesFromConfig(
  config: RootConfigService,
): readonly OriginRule[] {
  const own = config.getOptionalConfigArray('delivery.origins') ?? [];
  return [...own.map(readRule), ...ORIGIN_RULES];
}

function readRule(config: Config): OriginRule {
  const title = config.getString('title');
  const text = config.getString('kind');
  const kind = KINDS.find(one => one === text);
  if (!kind) {
    throw new InputError(
      isolated`Config 'delivery.origins': the kind of '${title}' must be one of ${KINDS.join(
        ', ',
      )}, not '${text}'`,
    );
  }
  const list = (key: string) => config.getOptionalStringArray(key);
  return {
    title,
    kind,
    logins: list('logins'),
    addresses: list('addresses'),
    names: list('names') ?? [title],
    trailers: list('trailers'),
    labels: list('labels'),
  };
}
