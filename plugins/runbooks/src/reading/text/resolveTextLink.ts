/**
 * Where a link or an image of a text leads, seen from where the text is; undefined where it may not be followed, so that
 * only its words are shown.
 */
export function resolveTextLink(
  href: string,
  baseUrl: string | undefined,
): string | undefined {
  const base = baseUrl && URL.canParse(baseUrl) ? baseUrl : undefined;
  // Empty is also what sanitising leaves of an address that is not allowed.
  if (href.trim() === '' || !URL.canParse(href, base)) {
    return undefined;
  }
  const url = new URL(href, base);
  return url.protocol === 'https:' || url.protocol === 'http:'
    ? url.href
    : undefined;
}
