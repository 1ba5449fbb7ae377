import { SyntaxNode } from '@lezer/common';
import { blank } from './blank';
import { isolate } from '@fairlead/bidi-text';
import { LIMITS } from './limits';
import { parseMarkdown } from './parseMarkdown';
import { Braces, findBraces } from './placeholders';
import { quoteForShell } from './quoteForShell';
import { readLanguage } from './readCode';
import { readFrontMatter } from './readFrontMatter';
import { createSourceLines } from './SourceLines';
import { TextPlace } from './types';

/** A placeholder in whose place the value of a label stands now. @public */
export interface FilledPlaceholder extends TextPlace {
  label: string;
  value: string;
  /** Where what was filled in begins in the filled text, in characters from its start. */
  from: number;
  to: number;
}

/** A placeholder that still stands as it was written. @public */
export interface UnfilledPlaceholder extends TextPlace {
  label: string;
  raw: string;
  /** Why, in a sentence. */
  reason: string;
}

/** A text with what is known filled in. Places are those in the filled text. @public */
export interface FilledText {
  text: string;
  filled: FilledPlaceholder[];
  unfilled: UnfilledPlaceholder[];
}

/** What would break a line, or turn around what stands beside it. */
const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const UNPRINTABLE_ALL = new RegExp(UNPRINTABLE.source, 'gu');

/** How far back it is looked for an address or a tag that a placeholder stands in. */
const LOOK_BACK = 2_000;

/**
 * Puts the labels of an alert in the place of `{{ namespace }}`, `{{ $labels.namespace }}` and
 * `{{ .Labels.namespace }}`, and tells where.
 *
 * What labels hold was written by others: in code it is quoted for a shell, in an address it is encoded, and elsewhere
 * it is escaped, so that it is never more than a text. Where that cannot be had the placeholder stays, with the reason.
 *
 * @public
 */
export function fillPlaceholders(
  text: string,
  labels: Record<string, string>,
): FilledText {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { end } = readFrontMatter(source);
  const markdown =
    blank(source.slice(0, end)) + source.slice(end, LIMITS.length);
  const tree = parseMarkdown(markdown);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  /** The end of what is written so far. */
  let tail = '';
  const places: ((FilledPlaceholder | UnfilledPlaceholder) & {
    from: number;
  })[] = [];

  function write(part: string) {
    parts.push(part);
    length += part.length;
    tail = (tail + part).slice(-LOOK_BACK);
  }

  for (const braces of findBraces(markdown).slice(0, LIMITS.parts)) {
    const { label, raw, from, to } = braces;
    if (!label) {
      continue;
    }
    write(source.slice(at, from));
    at = to;
    const value = Object.hasOwn(labels, label) ? labels[label] : '';
    const written = isBlank(value)
      ? { reason: 'The alert has no such label, or it is empty' }
      : writeAt(tree.resolveInner(from, 1), markdown, braces, value, tail);
    const begin = length;
    if ('text' in written) {
      write(written.text);
      places.push({
        label,
        value,
        from: begin,
        to: length,
        line: 0,
        column: 0,
      });
    } else {
      write(raw);
      places.push({
        label,
        raw,
        reason: written.reason,
        from: begin,
        line: 0,
        column: 0,
      });
    }
  }
  write(source.slice(at));

  const filledText = parts.join('');
  const lines = createSourceLines(filledText);
  const result: FilledText = { text: filledText, filled: [], unfilled: [] };
  for (const place of places) {
    if ('value' in place) {
      result.filled.push({ ...place, ...lines.placeOf(place.from) });
    } else {
      const { from, ...unfilled } = place;
      result.unfilled.push({ ...unfilled, ...lines.placeOf(from) });
    }
  }
  return result;
}

/** Nothing to see would remain, and Markdown reads an empty place differently. */
function isBlank(value: string): boolean {
  return value.replace(UNPRINTABLE_ALL, '').trim() === '';
}

type Written = { text: string } | { reason: string };

const UNSAFE =
  'What the label holds cannot be written here so that it stays a text';

/** What to write for a value at a place. */
function writeAt(
  inner: SyntaxNode,
  markdown: string,
  { from }: Braces,
  value: string,
  tail: string,
): Written {
  for (let node: SyntaxNode | null = inner; node; node = node.parent) {
    switch (node.name) {
      case 'CodeText':
        return writeCode(node.parent!, markdown, from, value);
      case 'InlineCode':
        return writeInlineCode(node, markdown, from, value);
      case 'CodeInfo':
      case 'CodeMark':
      case 'Comment':
      case 'CommentBlock':
      case 'LinkLabel':
      case 'ProcessingInstruction':
      case 'ProcessingInstructionBlock':
      case 'TooDeep':
        return { reason: 'Nothing is filled in here' };
      case 'HTMLBlock':
      case 'HTMLTag':
        return writeHtml(value);
      case 'URL':
        return { text: encodeForAddress(value) };
      default:
    }
  }
  return writeProse(value, tail);
}

function writeCode(
  block: SyntaxNode,
  markdown: string,
  from: number,
  value: string,
): Written {
  // What is behind the place does not matter to a shell that has not read it yet.
  const readBefore = () =>
    block
      .getChildren('CodeText')
      .filter(part => part.from < from)
      .map(part => markdown.slice(part.from, Math.min(part.to, from)))
      .join('');
  // A fence could end the block.
  const text =
    UNPRINTABLE.test(value) || /[`~]/.test(value)
      ? undefined
      : quoteForShell(value, readBefore, readLanguage(markdown, block));
  return text === undefined ? { reason: UNSAFE } : { text };
}

function writeInlineCode(
  span: SyntaxNode,
  markdown: string,
  from: number,
  value: string,
): Written {
  // Both would end the span: a backtick always, a bar in a table.
  const text =
    UNPRINTABLE.test(value) || /[`|]/.test(value)
      ? undefined
      : quoteForShell(
          value,
          () => markdown.slice(span.from, from).replace(/^`+ ?/, ''),
          undefined,
        );
  return text === undefined ? { reason: UNSAFE } : { text };
}

/** Only what means nothing in a tag, in whichever place of it. */
function writeHtml(value: string): Written {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(value)
    ? { text: value }
    : { reason: UNSAFE };
}

function writeProse(value: string, tail: string): Written {
  // The text up to here, with what was filled in before, says what would come of it.
  const tag = tail.lastIndexOf('<');
  if (
    tag >= 0 &&
    tag > tail.lastIndexOf('>') &&
    /^<(?:$|[a-z/!?])/i.test(tail.slice(tag))
  ) {
    return tail.length - tag <= 2 ? { reason: UNSAFE } : writeHtml(value);
  }
  const word = tail.slice(lastSpace(tail) + 1);
  if (
    word.includes('://') ||
    word.includes('](') ||
    /^www\./i.test(word) ||
    /\](?:\(|:)\s*<?$/.test(tail)
  ) {
    return { text: encodeForAddress(value) };
  }
  const line = tail.slice(tail.lastIndexOf('\n') + 1);
  const isFirst = /^[\s>*+-]*$/.test(line);
  return { text: escapeProse(value, isFirst) };
}

function lastSpace(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !/\s/.test(text[at])) {
    at -= 1;
  }
  return at;
}

function encodeForAddress(value: string): string {
  return encodeURIComponent(
    value.toWellFormed?.() ?? value.replace(/[\ud800-\udfff]/g, ''),
  ).replace(
    /[!'()*_~]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** References to characters in place of all that could be a mark, since those are never marks, whatever stands around. */
function escapeProse(value: string, isFirst: boolean): string {
  const text = isolate(value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
  return text.replace(/[!-/:-@[-`{-~]|^\d/g, (char, index: number) => {
    if (/\d/.test(char)) {
      return isFirst ? `&#${char.charCodeAt(0)};` : char;
    }
    const isWithinWord =
      /[A-Za-z0-9]/.test(text[index - 1] ?? '') &&
      /[A-Za-z0-9]/.test(text[index + 1] ?? '');
    const stays =
      char === '/' ||
      (isWithinWord &&
        (char === '-' ||
          char === ',' ||
          (char === '.' && !/www$/i.test(text.slice(0, index)))));
    return stays ? char : `&#${char.charCodeAt(0)};`;
  });
}
