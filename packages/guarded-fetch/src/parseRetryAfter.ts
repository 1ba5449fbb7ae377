/** How long a `Retry-After` header asks to wait, in milliseconds: it holds seconds, or a date. */
export function parseRetryAfter(
  value: string | null,
  now: number,
): number | undefined {
  if (!value) {
    return undefined;
  }
  const milliseconds = /^\d+$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - now;
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}
