import { RootConfigService } from '@backstage/backend-plugin-api';

const DEFAULT_OWNER = 'group:default/platform';

/** Which team answers for the starter scorecards; none where they are switched off. */
export function readStarterOptions(
  config: RootConfigService,
): { owner: string } | undefined {
  const starters = config.getOptionalConfig('fairlead.starters');
  if (starters?.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  return { owner: starters?.getOptionalString('owner') ?? DEFAULT_OWNER };
}
