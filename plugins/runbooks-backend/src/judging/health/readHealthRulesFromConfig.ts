import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import {
  DEFAULT_HEALTH_RULES,
  HealthRules,
  RUNBOOK_TIERS,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Reads `runbooks.health`. */
export function readHealthRulesFromConfig(
  config: RootConfigService,
): HealthRules {
  const health = config.getOptionalConfig('runbooks.health');
  return {
    timeToLive: Object.fromEntries(
      RUNBOOK_TIERS.map(tier => {
        const key = `timeToLive.${tier}`;
        return [
          tier,
          health?.has(key)
            ? durationToMilliseconds(readDurationFromConfig(health, { key }))
            : DEFAULT_HEALTH_RULES.timeToLive[tier],
        ];
      }),
    ) as HealthRules['timeToLive'],
    maxDeployments:
      health?.getOptionalNumber('maxDeployments') ??
      DEFAULT_HEALTH_RULES.maxDeployments,
  };
}
