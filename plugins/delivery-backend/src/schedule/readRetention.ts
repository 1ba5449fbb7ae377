import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

/** How long things are kept, in milliseconds. */
export interface Retention {
  raw: number;
  records: number;
}

/** Reads `delivery.retention`. */
export function readRetentionFromConfig(config: RootConfigService): Retention {
  const read = (key: string, otherwise: HumanDuration) =>
    Math.round(
      durationToMilliseconds(
        config.has(key) ? readDurationFromConfig(config, { key }) : otherwise,
      ),
    );
  return {
    raw: read('delivery.retention.raw', { days: 30 }),
    records: read('delivery.retention.records', { days: 400 }),
  };
}
