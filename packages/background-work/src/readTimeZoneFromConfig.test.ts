import { mockServices } from '@backstage/backend-test-utils';
import { readTimeZoneFromConfig } from './readTimeZoneFromConfig';

const read = (data: Record<string, any>) =>
  readTimeZoneFromConfig(mockServices.rootConfig({ data }));

describe('readTimeZoneFromConfig', () => {
  it.each([
    [{}, 'UTC'],
    [{ fairlead: { timeZone: 'Europe/Oslo' } }, 'Europe/Oslo'],
    [
      { delivery: { calendar: { timeZone: 'Asia/Kathmandu' } } },
      'Asia/Kathmandu',
    ],
    [
      {
        fairlead: { timeZone: 'Europe/Oslo' },
        delivery: { calendar: { timeZone: 'Asia/Tokyo' } },
      },
      'Europe/Oslo',
    ],
  ])('reads %j as %s', (config, zone) => {
    expect(read(config)).toBe(zone);
  });

  it.each([
    [{ fairlead: { timeZone: 'Middle/Earth' } }, 'fairlead.timeZone'],
    [
      { delivery: { calendar: { timeZone: 'Middle/Earth' } } },
      'delivery.calendar.timeZone',
    ],
  ])('names the key of %j', (config, key) => {
    expect(() => read(config)).toThrow(
      `Config '${key}': 'Middle/Earth' is not a time zone; write one such as 'Europe/Berlin'`,
    );
  });
});
