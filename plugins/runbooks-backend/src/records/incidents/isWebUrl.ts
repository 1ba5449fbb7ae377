/** What a browser may be sent to. What is linked and is none is the ref of an entity. */
export function isWebUrl(text: string): boolean {
  return /^https?:\/\/[^/]/i.test(text) && URL.canParse(text);
}
