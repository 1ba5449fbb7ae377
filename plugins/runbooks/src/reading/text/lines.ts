/** A line, or what is left of it when what it is nested in is taken away. */
export interface Line {
  /** From 1. */
  number: number;
  text: string;
  /** Where the text begins, in characters from the start of the whole. */
  offset: number;
}

/** All lines of a text that has `\n` at their ends. */
export function toLines(text: string): Line[] {
  let offset = 0;
  return text.split('\n').map((line, i) => {
    const at = offset;
    offset += line.length + 1;
    return { number: i + 1, text: line, offset: at };
  });
}

/** A line without its first characters. */
export function cutStart(line: Line, length: number): Line {
  return {
    ...line,
    text: line.text.slice(length),
    offset: line.offset + length,
  };
}

/** A line without up to so many spaces at its start; a tab stands for all that are left. */
export function dedent(line: Line, width: number): Line {
  const spaces = /^[ \t]*/.exec(line.text)![0];
  const tab = spaces.indexOf('\t');
  const length =
    tab >= 0 && tab < width ? tab + 1 : Math.min(spaces.length, width);
  return cutStart(line, length);
}

export function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

export function joinLines(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}
