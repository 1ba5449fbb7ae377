import { SyntaxNode, SyntaxNodeRef } from '@lezer/common';
import { createAnchorNames } from './anchors';
import { classifyLink } from './classifyLink';
import { findUnfinished } from './findUnfinished';
import { shortHash } from './hash';
import { LIMITS } from './limits';
import { parseMarkdown } from './parseMarkdown';
import { findBraces } from './placeholders';
import { plainText } from './plainText';
import { readFrontMatter } from './readFrontMatter';
import { readHtml } from './readHtml';
import { createSourceLines, SourceLines } from './SourceLines';
import {
  ReadingProblem,
  RunbookCode,
  RunbookLead,
  RunbookOutline,
  RunbookSection,
  RunbookStep,
  RunbookTextLink,
} from './types';

/** A text as it was read, with what only the linter asks for besides. */
export interface MarkdownReading {
  outline: RunbookOutline;
  /** The text with lines that end in `\n`, as far as it was read. */
  source: string;
  /** The same, as long, with all that is not prose replaced by spaces. */
  prose: string;
  lines: SourceLines;
}

/** Blocks that hold nothing for a reader. */
const NOTHING = new Set([
  'CommentBlock',
  'HorizontalRule',
  'LinkReference',
  'ProcessingInstructionBlock',
]);

/** What is not prose. */
const NO_PROSE = new Set([
  'FencedCode',
  'CodeBlock',
  'InlineCode',
  'CommentBlock',
  'Comment',
  'HTMLTag',
  'URL',
  'LinkTitle',
  'ProcessingInstruction',
  'ProcessingInstructionBlock',
]);

/** The longest line that introduces what follows. */
const LEAD_LENGTH = 80;

/** Reads the Markdown of a runbook. */
export function readMarkdown(text: string): MarkdownReading {
  const whole = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const source = cut(whole);
  const { fields, end, problem } = readFrontMatter(source);
  // Blank, so that all that follows keeps its place.
  const markdown = blank(source.slice(0, end)) + source.slice(end);
  const lines = createSourceLines(source);
  const reader = createReader(markdown, lines);
  parseMarkdown(markdown).iterate({ enter: reader.enter, leave: reader.leave });
  const read = reader.finish();

  const problems: ReadingProblem[] = [...read.problems];
  if (problem) {
    problems.unshift(problem);
  }
  if (source.length < whole.length) {
    problems.push({
      rule: 'too-long',
      ...lines.placeOf(source.length),
      message: `Only the first ${
        LIMITS.length / 1024
      } thousand characters were read, split the runbook`,
    });
  }
  return {
    source,
    prose: read.prose,
    lines,
    outline: {
      ...read.outline,
      title:
        typeof fields.title === 'string' && fields.title.trim()
          ? { text: fields.title.trim(), line: 1, column: 1 }
          : titleOf(read.outline.sections),
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

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function titleOf(sections: RunbookSection[]): RunbookOutline['title'] {
  const [first] = sections;
  return first?.level === 1
    ? { text: first.text, line: first.line, column: first.column }
    : undefined;
}

/** Collects what the tree holds, in the order of the text. */
function createReader(source: string, lines: SourceLines) {
  const sections: RunbookSection[] = [];
  const open: RunbookSection[] = [];
  const leads: RunbookLead[] = [];
  const steps: RunbookStep[] = [];
  const stepIds = new Map<string, number>();
  const code: RunbookCode[] = [];
  const links: RunbookTextLink[] = [];
  const problems: ReadingProblem[] = [];
  const anchors = new Set<string>(['']);
  const names = createAnchorNames();
  const definitions = new Map<string, string>();
  const pending: { link: RunbookTextLink; label: string }[] = [];
  /** Stretches that are no prose, and whether they are code. */
  const apart: { from: number; to: number; code: boolean }[] = [];
  let stepDepth = 0;
  let lastLead: RunbookLead | undefined;

  const hasRoom = (list: unknown[]) => list.length < LIMITS.parts;

  function addHeading(node: SyntaxNodeRef, level: number) {
    const place = lines.placeOf(node.from);
    const { text, anchor } = names.take(plainText(source, node));
    anchors.add(anchor);
    if (!hasRoom(sections) || anchors.size > LIMITS.parts) {
      return;
    }
    while (open.length > 0 && open[open.length - 1].level >= level) {
      open.pop()!.endLine = place.line - 1;
    }
    const section: RunbookSection = {
      text,
      level,
      ...place,
      endLine: place.line,
      anchor,
      empty: true,
      sections: [],
    };
    (open.at(-1)?.sections ?? sections).push(section);
    open.push(section);
    lastLead = undefined;
  }

  /** Tells the section in hand that something stands in it. */
  function addContent(node: SyntaxNodeRef) {
    if (open.length > 0) {
      open[open.length - 1].empty = false;
    }
    if (lastLead) {
      lastLead.empty = false;
      lastLead = undefined;
    }
    if (node.name === 'Paragraph') {
      lastLead = readLead(node.node);
      if (lastLead && hasRoom(leads)) {
        leads.push(lastLead);
      }
    }
  }

  function readLead(node: SyntaxNode): RunbookLead | undefined {
    const first = node.firstChild;
    const place = lines.placeOf(node.from);
    if (first?.name === 'StrongEmphasis' && first.from === node.from) {
      const text = plainText(source, first);
      const rest = source.slice(first.to, node.to).trim();
      const isLead = text.endsWith(':') || rest.startsWith(':') || rest === '';
      return isLead && text.length <= LEAD_LENGTH
        ? { text, ...place, empty: /^:?$/.test(rest) }
        : undefined;
    }
    if (node.to - node.from > LEAD_LENGTH * 2) {
      return undefined;
    }
    const text = plainText(source, node);
    return text.endsWith(':') && text.length <= LEAD_LENGTH
      ? { text, ...place, empty: true }
      : undefined;
  }

  function addStep(node: SyntaxNode) {
    stepDepth += 1;
    const body = node.getChild('Task') ?? node.getChild('Paragraph');
    const text = body ? plainText(source, body) : '';
    if (!text || !hasRoom(steps)) {
      return;
    }
    const hash = shortHash(text);
    const count = (stepIds.get(hash) ?? 0) + 1;
    stepIds.set(hash, count);
    steps.push({
      id: count > 1 ? `${hash}-${count}` : hash,
      text,
      ...lines.placeOf(node.from),
      endLine: lines.placeOf(node.to).line,
      section: open.at(-1)?.text,
      depth: stepDepth - 1,
    });
  }

  function addCode(node: SyntaxNode, inline: boolean) {
    apart.push({ from: node.from, to: node.to, code: true });
    if (!hasRoom(code)) {
      return;
    }
    const info = node.getChild('CodeInfo');
    code.push({
      language: info
        ? /^[^\s{,]*/
            .exec(source.slice(info.from, info.to))![0]
            .toLocaleLowerCase('en-US') || undefined
        : undefined,
      text: inline
        ? source
            .slice(node.from, node.to)
            .replace(/^`+|`+$/g, '')
            .trim()
        : node
            .getChildren('CodeText')
            .map(part => source.slice(part.from, part.to))
            .join(''),
      ...lines.placeOf(node.from),
      inline,
    });
  }

  function addLink(from: number, url: string, text: string, image: boolean) {
    const link = {
      url,
      text,
      kind: classifyLink(url),
      image,
      ...lines.placeOf(from),
    };
    if (hasRoom(links)) {
      links.push(link);
    }
    return link;
  }

  function readLink(node: SyntaxNode) {
    const address = node.getChild('URL');
    const image = node.name === 'Image';
    const marks = node.getChildren('LinkMark');
    const text =
      marks.length > 1 ? source.slice(marks[0].to, marks[1].from) : '';
    if (address) {
      addLink(
        node.from,
        unwrap(source.slice(address.from, address.to)),
        plainText(source, node),
        image,
      );
      return;
    }
    if (marks.length > 2 && source[marks[2].from] === '(') {
      // `[text]()` leads nowhere.
      addLink(node.from, '', plainText(source, node), image);
      return;
    }
    const own = node.getChild('LinkLabel');
    const label = own
      ? source.slice(own.from + 1, own.to - 1).trim() || text
      : text;
    if (pending.length < LIMITS.parts) {
      pending.push({
        label: normaliseLabel(label),
        link: {
          url: '',
          text: plainText(source, node),
          kind: 'other',
          image,
          ...lines.placeOf(node.from),
        },
      });
    }
  }

  function define(node: SyntaxNode) {
    const label = node.getChild('LinkLabel');
    const address = node.getChild('URL');
    if (label && address) {
      const name = normaliseLabel(source.slice(label.from + 1, label.to - 1));
      if (!definitions.has(name)) {
        definitions.set(name, unwrap(source.slice(address.from, address.to)));
      }
    }
  }

  function addHtml(node: SyntaxNodeRef) {
    const html = readHtml(source.slice(node.from, node.to));
    html.anchors.forEach(anchor => anchors.add(anchor));
    html.links.forEach(({ at, url, text, image }) =>
      addLink(node.from + at, url, text, image),
    );
    html.code.forEach(({ at, text }) => {
      if (hasRoom(code)) {
        code.push({ text, inline: false, ...lines.placeOf(node.from + at) });
      }
    });
    return html;
  }

  return {
    enter(node: SyntaxNodeRef): boolean | void {
      const { name } = node;
      const isTop = node.node.parent?.name === 'Document';
      const level = /^(?:ATX|Setext)Heading([1-6])$/.exec(name)?.[1];
      if (level && isTop) {
        addHeading(node, Number(level));
        return undefined;
      }
      if (isTop && !NOTHING.has(name)) {
        const isContent =
          name !== 'HTMLBlock' ||
          readHtml(source.slice(node.from, node.to)).isContent;
        if (isContent && !isOnlyShortcodes(source.slice(node.from, node.to))) {
          addContent(node);
        }
      }
      if (NO_PROSE.has(name)) {
        apart.push({ from: node.from, to: node.to, code: false });
      }
      switch (name) {
        case 'ListItem':
          if (
            node.node.parent?.name === 'OrderedList' ||
            node.node.getChild('Task')
          ) {
            addStep(node.node);
          }
          return undefined;
        case 'FencedCode':
        case 'CodeBlock':
          addCode(node.node, false);
          return false;
        case 'InlineCode':
          addCode(node.node, true);
          return false;
        case 'Link':
        case 'Image':
          readLink(node.node);
          return undefined;
        case 'URL': {
          const parent = node.node.parent?.name;
          if (
            parent !== 'Link' &&
            parent !== 'Image' &&
            parent !== 'LinkReference'
          ) {
            const url = unwrap(source.slice(node.from, node.to));
            addLink(node.from, toAddress(url), url, false);
          }
          return undefined;
        }
        case 'LinkReference':
          define(node.node);
          return undefined;
        case 'HTMLBlock':
        case 'HTMLTag':
          addHtml(node);
          return undefined;
        case 'TooDeep':
          if (!problems.some(({ rule }) => rule === 'too-deep')) {
            problems.push({
              rule: 'too-deep',
              ...lines.placeOf(node.from),
              message: `Lists or quotes nest more than ${LIMITS.nesting} deep here, what is deeper was not read`,
            });
          }
          return false;
        case 'CommentBlock':
        case 'Comment':
          return false;
        default:
          return undefined;
      }
    },
    leave(node: SyntaxNodeRef) {
      if (
        node.name === 'ListItem' &&
        (node.node.parent?.name === 'OrderedList' || node.node.getChild('Task'))
      ) {
        stepDepth -= 1;
      }
    },
    finish() {
      const last = lines.placeOf(source.length).line;
      open.forEach(section => {
        section.endLine = last;
      });
      for (const { link, label } of pending) {
        const url = definitions.get(label);
        if (url !== undefined && hasRoom(links)) {
          links.push({ ...link, url, kind: classifyLink(url) });
        }
      }
      links.sort((a, b) => a.line - b.line || a.column - b.column);
      code.sort((a, b) => a.line - b.line || a.column - b.column);
      const prose = takeOut(source, apart);
      return {
        prose,
        problems,
        outline: {
          sections,
          leads,
          steps,
          code,
          links,
          placeholders: readPlaceholders(source, lines, apart),
          unfinished: findUnfinished(prose, lines),
          anchors: Array.from(anchors),
          words: prose.match(/\p{L}[\p{L}\p{N}'’-]*/gu)?.length ?? 0,
        },
      };
    },
  };
}

/** Hugo's and MkDocs' own marks around a text: `{{< hint info >}}`, `{% raw %}`, `!!! note`. */
function isOnlyShortcodes(text: string): boolean {
  return (
    text.length < 2_000 &&
    text.replace(/\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}/g, '').trim() === ''
  );
}

function normaliseLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLocaleLowerCase('en-US');
}

function unwrap(address: string): string {
  return address.replace(/^<|>$/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** What GitHub makes of an address that stands in a text without a scheme. */
function toAddress(text: string): string {
  if (/^www\./i.test(text)) {
    return `http://${text}`;
  }
  return /^[^:/]+@/.test(text) ? `mailto:${text}` : text;
}

function takeOut(
  source: string,
  stretches: { from: number; to: number }[],
): string {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    if (to > at) {
      parts.push(source.slice(at, Math.max(from, at)));
      parts.push(blank(source.slice(Math.max(from, at), to)));
      at = to;
    }
  }
  parts.push(source.slice(at));
  return parts.join('');
}

function readPlaceholders(
  source: string,
  lines: SourceLines,
  apart: { from: number; to: number; code: boolean }[],
): RunbookOutline['placeholders'] {
  const codeStretches = apart.filter(({ code }) => code);
  let next = 0;
  return findBraces(source)
    .filter(({ label, meansLabel }) => label || meansLabel)
    .slice(0, LIMITS.parts)
    .map(({ from, raw, label }) => {
      while (next < codeStretches.length && codeStretches[next].to <= from) {
        next += 1;
      }
      return {
        raw,
        label,
        inCode: next < codeStretches.length && codeStretches[next].from <= from,
        ...lines.placeOf(from),
      };
    });
}
