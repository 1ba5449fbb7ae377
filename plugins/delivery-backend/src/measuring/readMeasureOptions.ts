import { RootConfigService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  BAND_EDITIONS,
  BandEdition,
  Calendar,
  DEFAULT_CALENDAR,
  DEFAULT_HISTORY_OPTIONS,
  FEWEST,
  HistoryOptions,
} from '@fairlead/backstage-plugin-delivery-common';
import { readEnvironmentRulesFromConfig } from '@fairlead/backstage-plugin-delivery-node';
import { readTimeZoneFromConfig } from '@fairlead/background-work';
import { readOriginRulesFromConfig } from './readOriginRules';

/** What an installation decides about its measures. */
export interface MeasureOptions {
  /** How records become a history. */
  history: Omit<HistoryOptions, 'now'>;
  /** Off when left out. */
  bandEdition?: BandEdition;
  /** The fewest samples of which a share or a rate is told as such. */
  fewest: number;
  /** The least time between two measurements of one entity, in milliseconds. */
  interval: number;
  /** The least time between two computations of the overview once much was measured, in milliseconds. */
  overviewInterval: number;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MINUTE = 60_000;

/**
 * Reads `delivery.calendar`, `bands`, `measures`, `environments`, `maturity`, `attributionWindow`, `requiredChecks`,
 * `origins` and what of `worker` concerns measures. Throws an InputError that names the key and says what belongs there.
 */
export function readMeasureOptionsFromConfig(
  config: RootConfigService,
): MeasureOptions {
  const own = config.getOptionalConfig('delivery');
  const duration = (key: string, otherwise: number) =>
    own?.has(key)
      ? durationToMilliseconds(readDurationFromConfig(own, { key }))
      : otherwise;
  const { maturity, attributionWindow } = DEFAULT_HISTORY_OPTIONS;
  return {
    history: {
      ...DEFAULT_HISTORY_OPTIONS,
      calendar: readCalendar(
        own?.getOptionalConfig('calendar'),
        readTimeZoneFromConfig(config),
      ),
      environments: readEnvironmentRulesFromConfig(config),
      maturity: duration('maturity', maturity),
      attributionWindow: duration('attributionWindow', attributionWindow),
      requiredChecks: own?.getOptionalStringArray('requiredChecks'),
      originRules: readOriginRulesFromConfig(config),
    },
    bandEdition: readEdition(own?.getOptionalString('bands.edition')),
    fewest: readFewest(own?.getOptionalNumber('measures.fewest')),
    interval: duration('worker.measureInterval', MINUTE / 4),
    overviewInterval: duration('worker.overviewInterval', 10 * MINUTE),
  };
}

function readCalendar(config: Config | undefined, zone: string): Calendar {
  const workingDays = config?.getOptional<number[]>('workingDays');
  if (
    workingDays !== undefined &&
    !workingDays.every(day => Number.isInteger(day) && day >= 1 && day <= 7)
  ) {
    throw new InputError(
      `Config 'delivery.calendar.workingDays': write numbers from 1 for Monday to 7 for Sunday`,
    );
  }
  const holidays = config?.getOptionalStringArray('holidays') ?? [];
  const wrong = holidays.find(day => !DAY.test(day));
  if (wrong !== undefined) {
    throw new InputError(
      `Config 'delivery.calendar.holidays': '${wrong}' is not a day; write it as '2026-12-25'`,
    );
  }
  return {
    zone,
    workingDays: workingDays ?? DEFAULT_CALENDAR.workingDays,
    holidays,
    freezes: (config?.getOptionalConfigArray('freezes') ?? []).map(freeze => ({
      from: readInstant(freeze, 'from'),
      to: readInstant(freeze, 'to'),
      title: freeze.getString('title'),
    })),
  };
}

function readInstant(config: Config, key: string): string {
  const text = config.getString(key);
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new InputError(
      `Config 'delivery.calendar.freezes': '${text}' is not a time; write it as '2026-12-20' or '2026-12-20T18:00:00Z'`,
    );
  }
  return new Date(time).toISOString();
}

function readFewest(fewest: number = FEWEST): number {
  if (!Number.isInteger(fewest) || fewest < 1) {
    throw new InputError(
      `Config 'delivery.measures.fewest': must be a whole number from 1 on, not ${fewest}`,
    );
  }
  return fewest;
}

function readEdition(edition: string | undefined): BandEdition | undefined {
  if (edition !== undefined && !Object.hasOwn(BAND_EDITIONS, edition)) {
    throw new InputError(
      `Config 'delivery.bands.edition': must be one of ${Object.keys(
        BAND_EDITIONS,
      ).join(', ')}, not '${edition}'`,
    );
  }
  return edition as BandEdition | undefined;
}
