import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { tryParseDuration } from '@fairlead/backstage-plugin-scorecards-common';

const KEY = 'scorecards.techInsights';

/** Retrievers run once a day by themselves: two missed runs, and some more. */
const TIME_TO_LIVE = '50h';

const CONCURRENCY = 4;

/** What of tech-insights is read, and how. */
export interface TechInsightsOptions {
  /** All when left out. */
  retrievers?: ReadonlySet<string>;
  timeToLive: string;
  concurrency: number;
}

/** Undefined where it is not to be read. */
export function readOptions(
  config: RootConfigService,
): TechInsightsOptions | undefined {
  const section = config.getOptionalConfig(KEY);
  if (!section || section.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  const retrievers = section.getOptionalStringArray('retrievers');
  const timeToLive = section.getOptionalString('timeToLive') ?? TIME_TO_LIVE;
  if (tryParseDuration(timeToLive) === undefined) {
    throw new InputError(
      isolated`The configuration ${KEY}.timeToLive is '${timeToLive}'; write a duration, for example '26h'`,
    );
  }
  const concurrency = section.getOptionalNumber('concurrency') ?? CONCURRENCY;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new InputError(
      isolated`The configuration ${KEY}.concurrency is ${concurrency}; write a whole number, 1 or more`,
    );
  }
  return {
    retrievers: retrievers && new Set(retrievers),
    timeToLive,
    concurrency,
  };
}
