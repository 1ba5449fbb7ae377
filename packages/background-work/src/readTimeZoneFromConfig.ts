import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEYS = ['fairlead.timeZone', 'delivery.calendar.timeZone'];

/**
 * The time zone whose days all families count by: `fairlead.timeZone`, or else `delivery.calendar.timeZone`, or else
 * UTC. One for all, so that the same day is the same stretch of time on every chart.
 *
 * @throws InputError that names the key if it is not an IANA time zone
 * @public
 */
export function readTimeZoneFromConfig(config: RootConfigService): string {
  const key = KEYS.find(candidate => config.has(candidate));
  const zone = key === undefined ? 'UTC' : config.getString(key);
  try {
    // Throws a RangeError for a zone that it does not know.
    Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    throw new InputError(
      `Config '${key}': '${zone}' is not a time zone; write one such as 'Europe/Berlin'`,
    );
  }
}
