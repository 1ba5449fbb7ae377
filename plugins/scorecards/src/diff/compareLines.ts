import { structuredPatch } from 'diff';

/** One line of a comparison. */
export interface ComparedLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
  /** The number of the line in the version it belongs to: the new one, unless it was removed. */
  line: number;
}

/** The changed stretches of two texts, each with a few lines around it. */
export function compareLines(options: {
  before: string;
  after: string;
  /** How many unchanged lines to keep around a change. */
  context?: number;
}): ComparedLine[][] {
  const { hunks } = structuredPatch(
    '',
    '',
    withFinalNewline(options.before),
    withFinalNewline(options.after),
    undefined,
    undefined,
    { context: options.context ?? 3 },
  );
  return hunks.map(hunk => {
    let before = hunk.oldStart;
    let after = hunk.newStart;
    return hunk.lines.map((line): ComparedLine => {
      const text = line.slice(1);
      switch (line[0]) {
        case '-':
          return { kind: 'removed', text, line: before++ };
        case '+':
          return { kind: 'added', text, line: after++ };
        default:
          before++;
          return { kind: 'same', text, line: after++ };
      }
    });
  });
}

function withFinalNewline(text: string) {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
