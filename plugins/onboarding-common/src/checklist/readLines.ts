/** A line of a checklist. */
export interface ChecklistLine {
  /** From 1. */
  line: number;
  /** Where its text begins, from 1. */
  column: number;
  kind: 'heading' | 'task' | 'text';
  /** Of a heading: 1 to 6; 7 of a line in bold that is one. Of anything else: how far it is indented. */
  level: number;
  /** Of a task: how far what belongs to it is indented at least. */
  inner: number;
  text: string;
}

const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*)$/;
const BOLD = /^ {0,3}(?:\*\*([^*]{1,200})\*\*|__([^_]{1,200})__):?[ \t]*$/;
const TASK = /^([-*+]|\d{1,9}[.)])([ \t]{1,4})\[[ xX]?\](?:[ \t]+|$)(.*)$/;
const FENCE = /^(`{3,200}|~{3,200})/;
const UNDERLINE = /^ {0,3}(?:={2,}|-{2,})[ \t]*$/;

/**
 * Tells headings, tasks and text apart. What is in a block of code is text, and what is in a comment is nothing. The time
 * that it takes grows with the length of the lines.
 */
export function* readLines(
  lines: readonly string[],
  options: { from: number },
): Iterable<ChecklistLine> {
  let fence: string | undefined;
  let isComment = false;
  for (let index = options.from; index < lines.length; index += 1) {
    const whole = lines[index];
    const read: ReturnType<typeof withoutComments> = fence
      ? { text: whole, isOpen: false }
      : withoutComments(whole, isComment);
    isComment = read.isOpen;
    const trimmed = read.text.trim();
    if (trimmed === '' && whole.trim() !== '') {
      continue;
    }
    const indent = widthOf(read.text);
    const mark = FENCE.exec(trimmed)?.[1];
    if (fence || mark) {
      if (!fence) {
        fence = mark;
      } else if (mark && mark.startsWith(fence) && trimmed === mark) {
        fence = undefined;
      }
      yield textLine(index, indent, read.text);
      continue;
    }
    const underlined = lines[index + 1];
    if (
      indent < 4 &&
      trimmed !== '' &&
      underlined !== undefined &&
      UNDERLINE.test(underlined) &&
      !TASK.test(trimmed) &&
      !/^(?:[-*+>|#]|\d{1,9}[.)]\s|---|___)/.test(trimmed)
    ) {
      yield {
        ...textLine(index, indent, trimmed),
        kind: 'heading',
        level: underlined.trim().startsWith('=') ? 1 : 2,
      };
      index += 1;
      continue;
    }
    yield readLine(index, indent, read.text);
  }
}

function readLine(index: number, indent: number, text: string): ChecklistLine {
  const trimmed = text.trim();
  const task = TASK.exec(trimmed);
  if (task) {
    const [, mark, blank, words] = task;
    return {
      line: index + 1,
      column: indent + 1,
      kind: 'task',
      level: indent,
      inner: indent + mark.length + Math.min(blank.length, 1),
      text: words,
    };
  }
  const heading = HEADING.exec(text);
  if (heading) {
    return {
      ...textLine(index, indent, heading[2].replace(/\s#+\s*$/, '').trim()),
      kind: 'heading',
      level: heading[1].length,
    };
  }
  const bold = BOLD.exec(text);
  return bold
    ? {
        ...textLine(index, indent, (bold[1] ?? bold[2]).replace(/:$/, '')),
        kind: 'heading',
        level: 7,
      }
    : textLine(index, indent, text);
}

function textLine(index: number, indent: number, text: string): ChecklistLine {
  return {
    line: index + 1,
    column: indent + 1,
    kind: 'text',
    level: indent,
    inner: 0,
    text,
  };
}

/** How far a line is indented; a tab leads to the next stop of four. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) {
    if (char === ' ') {
      width += 1;
    } else if (char === '\t') {
      width += 4 - (width % 4);
    } else {
      break;
    }
  }
  return width;
}

/** A line without what stands between `<!--` and `-->`, which may go on over several. */
function withoutComments(
  line: string,
  wasOpen: boolean,
): { text: string; isOpen: boolean } {
  let text = '';
  let isOpen = wasOpen;
  let at = 0;
  for (;;) {
    const next = line.indexOf(isOpen ? '-->' : '<!--', at);
    if (!isOpen) {
      text += line.slice(at, next < 0 ? undefined : next);
    }
    if (next < 0) {
      return { text, isOpen };
    }
    at = next + (isOpen ? 3 : 4);
    isOpen = !isOpen;
  }
}
