import { dedent, isBlank, Line } from './lines';

const FENCE = /^(`{3,}|~{3,})/;
const INDENTED = /^(?: {4}|\t)/;

/** The lines of a block of code that begins at a line: its content, and how many lines it takes with its fences. */
export interface CodeLines {
  content: Line[];
  count: number;
}

/**
 * Reads the code block that begins with one of the lines; undefined where it stands in something else, as in a quote or in
 * HTML.
 */
export function readCodeLines(
  lines: readonly Line[],
  start: number,
): CodeLines | undefined {
  const { text } = lines[start];
  const indent = text.length - text.trimStart().length;
  const fence = FENCE.exec(text.trimStart())?.[1];
  if (fence) {
    return readFenced(lines, start, { indent, fence });
  }
  return INDENTED.test(text) ? readIndented(lines, start) : undefined;
}

function readFenced(
  lines: readonly Line[],
  start: number,
  { indent, fence }: { indent: number; fence: string },
): CodeLines {
  const closing = new RegExp(`^ {0,3}\\${fence[0]}{${fence.length},}[ \\t]*$`);
  const content: Line[] = [];
  for (let i = start + 1; i < lines.length; i++) {
    const inner = dedent(lines[i], indent);
    if (closing.test(inner.text)) {
      return { content, count: content.length + 2 };
    }
    content.push(inner);
  }
  // It was never closed, and reaches to the end.
  return { content, count: content.length + 1 };
}

function readIndented(lines: readonly Line[], start: number): CodeLines {
  let end = start;
  while (
    end < lines.length &&
    (isBlank(lines[end]) || INDENTED.test(lines[end].text))
  ) {
    end += 1;
  }
  while (isBlank(lines[end - 1])) {
    end -= 1;
  }
  return {
    content: lines.slice(start, end).map(line => dedent(line, 4)),
    count: end - start,
  };
}
