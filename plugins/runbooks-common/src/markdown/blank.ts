/** As many spaces, with lines that end where they did. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** A text with stretches of it blank, told in the order in which they begin. */
export function blankOut(
  text: string,
  stretches: readonly { from: number; to: number }[],
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    if (to > at) {
      const begin = Math.max(from, at);
      parts.push(text.slice(at, begin), blank(text.slice(begin, to)));
      at = to;
    }
  }
  return parts.concat(text.slice(at)).join('');
}
