/** The host of an address, as people call it. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}
