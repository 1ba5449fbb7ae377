import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Sources write texts as well, and nothing keeps a title from looking nearly like a time. */
const isInstant = (text: string) =>
  INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/** The first and the last time that a record tells, in milliseconds since the epoch. */
export function spanOfRecord(record: DeliveryRecord): {
  at: number;
  until: number;
} {
  // `observedAt` is when we received it, and the times in `asOf` repeat those of the fields.
  const { observedAt, asOf, ...told } = record;
  let [first, last] = [record.occurredAt, record.occurredAt];
  const rest: unknown[] = [told];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'object' && value !== null) {
      rest.push(...Object.values(value));
    } else if (typeof value === 'string' && isInstant(value)) {
      // In this format, string order is chronological order.
      first = value < first ? value : first;
      last = value > last ? value : last;
    }
  }
  return { at: Date.parse(first), until: Date.parse(last) };
}
