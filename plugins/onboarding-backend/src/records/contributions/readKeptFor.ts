import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

const KEY = 'onboarding.retention.contributions';

/** For how many milliseconds contributions are kept. */
export function readKeptFor(config: RootConfigService): number {
  return durationToMilliseconds(
    config.has(KEY)
      ? readDurationFromConfig(config, { key: KEY })
      : { days: 400 },
  );
}
