import { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';

/** How addresses are probed. Times are in milliseconds. */
export interface ProbeOptions {
  /** Between two looks at an address that is well. */
  frequency: number;
  /** From the first failure to the next look; doubled with each that follows. */
  backOff: number;
  /** Between two requests to a host, by all replicas together. */
  pause: number;
  /** To the end of an answer. */
  timeout: number;
  /** How many addresses a process looks at at once. */
  concurrency: number;
  /** Where people sign in, beside the well-known hosts. */
  identityHosts: string[];
}

const MINUTE = 60_000;

/** Reads `runbooks.probes`. */
export function readProbeOptionsFromConfig(
  config: RootConfigService,
): ProbeOptions {
  const probes = config.getOptionalConfig('runbooks.probes');
  const read = (key: string, otherwise: number) =>
    probes?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(probes, { key }))
      : otherwise;
  return {
    frequency: read('frequency', 24 * 60 * MINUTE),
    backOff: read('backOff', 5 * MINUTE),
    pause: read('pause', 1_000),
    timeout: read('timeout', 20_000),
    concurrency: probes?.getOptionalNumber('concurrency') ?? 8,
    identityHosts: (probes?.getOptionalStringArray('identityHosts') ?? []).map(
      host => host.toLocaleLowerCase('en-US'),
    ),
  };
}
