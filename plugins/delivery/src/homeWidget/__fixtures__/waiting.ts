import { WaitingItem } from '@fairlead/backstage-plugin-delivery-common';

const DAY = 24 * 3_600_000;

/** A change that waits, since a whole number of days before the clock of the fixtures. */
export function waiting(
  number: number,
  days: number,
  changes: Partial<WaitingItem> = {},
): WaitingItem {
  return {
    recordKey: `change:github:acme/checkout-web:${number}`,
    name: `#${number}`,
    title: `Change number ${number}`,
    url: `https://github.com/acme/checkout-web/pull/${number}`,
    since: new Date(
      Date.parse('2026-11-20T12:00:00Z') - days * DAY,
    ).toISOString(),
    age: days * DAY,
    kind: 'reviewPickup',
    entityRef: 'component:default/checkout-web',
    isMine: false,
    ...changes,
  };
}
