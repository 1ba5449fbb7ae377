/** Headers with their names in lower case; of one that was sent several times, the first. */
export function readHeaders(
  headers: Record<string, string | string[] | undefined> = {},
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value[0] : value,
    ]),
  );
}
