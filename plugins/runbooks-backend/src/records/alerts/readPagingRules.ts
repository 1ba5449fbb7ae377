import { RootConfigService } from '@backstage/backend-plugin-api';
import {
  DEFAULT_PAGING_RULES,
  PagingRules,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Reads `runbooks.paging`. What is configured of it takes the place of what pages by itself. */
export function readPagingRulesFromConfig(
  config: RootConfigService,
): PagingRules {
  const labels = config.getOptionalConfig('runbooks.paging.labels');
  return {
    labels: labels
      ? Object.fromEntries(
          labels.keys().map(label => [label, labels.getStringArray(label)]),
        )
      : DEFAULT_PAGING_RULES.labels,
    receivers:
      config.getOptionalStringArray('runbooks.paging.receivers') ??
      DEFAULT_PAGING_RULES.receivers,
  };
}
