/** The parts as a path, each percent-encoded. @public */
export function encodePath(...parts: string[]): string {
  return parts.map(part => `/${encodeURIComponent(part)}`).join('');
}

/** The set values as a query string with its question mark; an empty string when none is set. @public */
export function encodeQuery(
  query: Record<string, string | number | undefined>,
): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      params.set(key, String(value));
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}
