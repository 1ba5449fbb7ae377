/**
 * A text that is the same for equal values, whatever the order of their keys. Decides ties between values that
 * nothing else tells apart, so that the order of arrival never does.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/** The order of two values by their canonical text. */
export function compareCanonical(a: unknown, b: unknown): number {
  const [left, right] = [canonical(a), canonical(b)];
  return Number(left > right) - Number(left < right);
}
