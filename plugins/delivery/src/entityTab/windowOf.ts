import {
  lastDays,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';

/**
 * The window of a request. The usual 90 days are left to the backend, which knows the calendar; so the tab shares its
 * request with the card.
 */
export function windowOf(days: number): Partial<TimeWindow> {
  return days === 90
    ? {}
    : lastDays({ days, now: new Date().toISOString(), zone: 'utc' });
}
