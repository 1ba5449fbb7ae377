/** Whether a URL written in a definition may be followed: a web address or a path of this portal. @public */
export function isWebLink(url: string): boolean {
  if (url.startsWith('/')) {
    return true;
  }
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
