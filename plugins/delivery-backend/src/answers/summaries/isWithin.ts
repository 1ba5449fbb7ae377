import { OwnershipSpan } from '../../catalog/ownership';

/** Whether a time, in milliseconds since the epoch, lies in one of the spans; without spans all of them count. */
export function isWithin(
  spans: readonly OwnershipSpan[] | undefined,
  time: number,
): boolean {
  return (
    spans === undefined ||
    spans.some(
      ({ from, to }) => time >= from && (to === undefined || time < to),
    )
  );
}
