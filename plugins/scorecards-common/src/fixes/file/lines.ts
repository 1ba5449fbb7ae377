/** How far into its line a place is. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line after that of a place begins, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  // A block scalar ends behind the end of its last line.
  if (text[offset - 1] === '\n') {
    return offset;
  }
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

/** A text with a stretch of it replaced. */
export function splice(
  text: string,
  from: number,
  to: number,
  by: string,
): string {
  return text.slice(0, from) + by + text.slice(to);
}
