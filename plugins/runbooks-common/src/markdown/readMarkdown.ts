import { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { blank, blankOut } from './blank';
import { createLinkReader } from './createLinkReader';
import { createSectionReader } from './createSectionReader';
import { createStepReader } from './createStepReader';
import { findUnfinished } from './findUnfinished';
import { blankComments } from './htmlComments';
import { LIMITS } from './limits';
import { parseMarkdown } from './parseMarkdown';
import { plainText } from './plainText';
import { readPlaceholders } from './placeholders';
import { readCode, readLanguage } from './readCode';
import { readFrontMatter } from './readFrontMatter';
import { HtmlParts, isSeen, readHtml } from './readHtml';
import { createSourceLines, SourceLines } from './SourceLines';
import {
  ReadingProblem,
  RunbookCode,
  RunbookOutline,
  RunbookSection,
} from './types';

/** A text as it was read, with what only the linter asks for besides. */
export interface MarkdownReading {
  outline: RunbookOutline;
  /** The text with lines that end in `\n`, as far as it was read. */
  source: string;
  lines: SourceLines;
}

/** Blocks that hold nothing for a reader. */
const NOTHING = new Set([
  'HorizontalRule',
  'LinkReference',
  'ProcessingInstructionBlock',
]);

/** What is not prose, besides code. */
const NO_PROSE = new Set([
  'HTMLTag',
  'URL',
  'LinkTitle',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
]);

const CODE = new Set(['CodeBlock', 'FencedCode', 'InlineCode']);

/** What a browser is handed as it is written; what stands behind a comment in its last line, too. */
const HTML = new Set(['CommentBlock', 'HTMLBlock', 'HTMLTag']);

const HEADING = /^(?:ATX|Setext)Heading([1-6])$/;

/** Reads the Markdown of a runbook. */
export function readMarkdown(text: string): MarkdownReading {
  const whole = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const source = cut(whole);
  const lines = createSourceLines(source);
  const { fields, end, problem } = readFrontMatter(source);
  // Blank, so that all that follows keeps its place.
  const outline = readTree(
    blank(source.slice(0, end)) + source.slice(end),
    lines,
  );

  const problems = problem ? [problem, ...outline.problems] : outline.problems;
  if (source.length < whole.length) {
    problems.push({
      rule: 'too-long',
      ...lines.placeOf(source.length),
      message: `Only the first ${
        LIMITS.length / 1024
      } thousand characters were read, split the runbook`,
    });
  }
  const title = typeof fields.title === 'string' ? fields.title.trim() : '';
  return {
    source,
    lines,
    outline: {
      ...outline,
      title: title
        ? { text: title, line: 1, column: 1 }
        : titleOf(outline.sections),
      frontMatter: fields,
      problems,
    },
  };
}

/** At the end of a line, if one ends nearby. */
function cut(text: string): string {
  if (text.length <= LIMITS.length) {
    return text;
  }
  const end = text.lastIndexOf('\n', LIMITS.length - 1) + 1;
  return text.slice(0, end > LIMITS.length / 2 ? end : LIMITS.length);
}

function titleOf([first]: RunbookSection[]): RunbookOutline['title'] {
  return first?.level === 1
    ? { text: first.text, line: first.line, column: first.column }
    : undefined;
}

/** Walks the tree once, and tells each reader what is its own. */
function readTree(written: string, lines: SourceLines): RunbookOutline {
  const tree = parseMarkdown(written);
  const source = blankComments(written, tree);
  const sections = createSectionReader(source, lines);
  const steps = createStepReader(source, lines);
  const links = createLinkReader(source, lines);
  const code: RunbookCode[] = [];
  const anchors = new Set(['']);
  const problems: ReadingProblem[] = [];
  const codeStretches: { from: number; to: number }[] = [];
  const noProse: { from: number; to: number }[] = [];

  function addCode(from: number, part: Omit<RunbookCode, 'line' | 'column'>) {
    if (code.length < LIMITS.parts) {
      code.push({ ...part, ...lines.placeOf(from) });
    }
  }

  function addHtml(from: number, html: HtmlParts) {
    html.anchors.forEach(anchor => anchors.add(anchor));
    html.links.forEach(({ at, ...link }) => links.add(from + at, link));
    html.code.forEach(({ at, text }) =>
      addCode(from + at, { text, inline: false }),
    );
  }

  function addHtmlSections(node: SyntaxNode, { headings }: HtmlParts) {
    let read = node.from;
    const addContentTo = (end: number) => {
      if (isSeen(source.slice(read, end))) {
        sections.addContent(node);
      }
    };
    for (const { at, end, level, text } of headings) {
      addContentTo(node.from + at);
      sections.addHeading({ from: node.from + at, level, text });
      read = node.from + end;
    }
    addContentTo(node.to);
  }

  tree.iterate({
    enter({ name, from, to, node }: SyntaxNodeRef): boolean | void {
      const isTop = node.parent?.name === 'Document';
      const level = isTop ? HEADING.exec(name)?.[1] : undefined;
      const html = HTML.has(name)
        ? readHtml(source.slice(from, to))
        : undefined;
      if (level) {
        sections.addHeading({
          from,
          level: Number(level),
          text: plainText(source, node),
        });
      } else if (isTop && html && html.headings.length > 0) {
        addHtmlSections(node, html);
      } else if (
        isTop &&
        !NOTHING.has(name) &&
        html?.isContent !== false &&
        !isOnlyShortcodes(source, from, to) &&
        !isOnlyTags(name, source.slice(from, to)) &&
        !isOnlyMarks(name, source.slice(from, to))
      ) {
        sections.addContent(node);
      }
      if (html) {
        addHtml(from, html);
      }
      if (CODE.has(name)) {
        codeStretches.push({ from, to });
        noProse.push({ from, to });
        const inline = name === 'InlineCode';
        addCode(from, {
          language: inline ? undefined : readLanguage(source, node),
          text: readCode(source, node),
          inline,
        });
        return false;
      }
      if (NO_PROSE.has(name)) {
        noProse.push({ from, to });
      }
      switch (name) {
        case 'ListItem':
          steps.enter(node, sections.current());
          break;
        case 'Link':
        case 'Image':
          links.addLink(node);
          break;
        case 'URL':
          links.addAddress(node);
          break;
        case 'LinkReference':
          links.addDefinition(node);
          break;
        case 'TooDeep':
          if (problems.length === 0) {
            problems.push({
              rule: 'too-deep',
              ...lines.placeOf(from),
              message: `Lists or quotes nest more than ${LIMITS.nesting} deep here, what is deeper was not read`,
            });
          }
          break;
        default:
      }
      return undefined;
    },
    leave({ name, node }) {
      if (name === 'ListItem') {
        steps.leave(node);
      }
    },
  });

  const { anchors: headings, ...parts } = sections.finish();
  const prose = blankOut(source, noProse);
  return {
    ...parts,
    frontMatter: {},
    steps: steps.finish(),
    code,
    links: links.finish(),
    placeholders: readPlaceholders(written, lines, codeStretches),
    unfinished: findUnfinished(prose, lines),
    anchors: [...anchors, ...headings],
    words: prose.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0,
    problems,
  };
}

/** A line of a list or a quote that waits for somebody to write in it. */
const MARKS = /^\s*(?:(?:[-*+>]|\d{1,9}[.)])(?:\s+\[[ x]\])?\s*)*$/i;

function isOnlyMarks(name: string, text: string): boolean {
  return (
    /^(?:BulletList|OrderedList|Blockquote)$/.test(name) &&
    text.split('\n').every(line => MARKS.test(line))
  );
}

/** A paragraph that only marks a place, as `<a name="why"></a>` does. */
function isOnlyTags(name: string, text: string): boolean {
  return name === 'Paragraph' && text.startsWith('<') && !isSeen(text);
}

/** The longest paragraph that may be nothing but marks of a generator of sites. */
const SHORTCODES_LENGTH = 2_000;

/** Marks of Hugo, Jekyll and MkDocs around a text: `{{< hint info >}}`, `{% raw %}`. */
function isOnlyShortcodes(source: string, from: number, to: number): boolean {
  return (
    source[from] === '{' &&
    to - from < SHORTCODES_LENGTH &&
    source
      .slice(from, to)
      .replace(/\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}/g, '')
      .trim() === ''
  );
}
