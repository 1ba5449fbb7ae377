const ISO_DATE =
  /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Milliseconds since the epoch of an ISO 8601 day or time, or undefined when the text is not one. A day is its
 * midnight in UTC, and so is a time without a zone: the same text must mean the same on every machine.
 */
export function parseIsoDate(text: unknown): number | undefined {
  if (typeof text !== 'string' || !ISO_DATE.test(text)) {
    return undefined;
  }
  const zoned =
    text.length > 10 && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text.slice(10))
      ? `${text}Z`
      : text;
  const time = Date.parse(zoned);
  if (Number.isNaN(time)) {
    return undefined;
  }
  // Date.parse rolls 2026-02-30 over into March in some engines.
  const day = Number(text.slice(8, 10));
  const daysInMonth = new Date(
    Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0),
  ).getUTCDate();
  return day <= daysInMonth ? time : undefined;
}
