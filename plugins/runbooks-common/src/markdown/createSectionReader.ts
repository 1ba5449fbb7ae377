import { SyntaxNode } from '@lezer/common';
import { createAnchorNames } from './anchors';
import { LIMITS } from './limits';
import { plainText } from './plainText';
import { SourceLines } from './SourceLines';
import { RunbookLead, RunbookSection } from './types';

/** The longest line that introduces what follows. */
const LEAD_LENGTH = 80;

/** Builds the sections of a text from its blocks, told in their order. */
export interface SectionReader {
  addHeading(heading: { from: number; level: number; text: string }): void;
  /** A block of the highest level in which a reader sees something. */
  addContent(node: SyntaxNode): void;
  /** The heading of the section in hand. */
  current(): string | undefined;
  finish(): {
    sections: RunbookSection[];
    leads: RunbookLead[];
    anchors: string[];
  };
}

export function createSectionReader(
  source: string,
  lines: SourceLines,
): SectionReader {
  const sections: RunbookSection[] = [];
  const open: RunbookSection[] = [];
  const leads: RunbookLead[] = [];
  const anchors: string[] = [];
  const names = createAnchorNames();
  /** Leads after which nothing came yet. */
  let waiting: RunbookLead[] = [];

  function addLeads(found: RunbookLead[]) {
    leads.push(...found.slice(0, LIMITS.parts - leads.length));
    waiting = found.slice(-1).filter(({ empty }) => empty);
  }

  return {
    addHeading({ from, level, text: read }) {
      if (anchors.length >= LIMITS.parts) {
        return;
      }
      const place = lines.placeOf(from);
      const { text, anchor } = names.take(read);
      anchors.push(anchor);
      while (open.length > 0 && open[open.length - 1].level >= level) {
        open.pop()!.endLine = place.line - 1;
      }
      const section: RunbookSection = {
        text: text.trim(),
        level,
        ...place,
        endLine: place.line,
        anchor,
        empty: true,
        sections: [],
      };
      (open.at(-1)?.sections ?? sections).push(section);
      open.push(section);
      waiting = [];
    },
    addContent(node) {
      const section = open.at(-1);
      if (section) {
        section.empty = false;
      }
      waiting.forEach(lead => {
        lead.empty = false;
      });
      waiting = [];
      if (node.name === 'Paragraph') {
        addLeads(readLeads(node, source, lines));
      } else if (node.name === 'BulletList') {
        for (const item of node.getChildren('ListItem')) {
          const body = item.getChild('Paragraph');
          addLeads(body ? readStrongLeads(body, source, lines) : []);
        }
      }
    },
    current: () => open.at(-1)?.text,
    finish() {
      const last = lines.placeOf(source.length).line;
      open.forEach(section => {
        section.endLine = last;
      });
      return { sections, leads, anchors };
    },
  };
}

/** The lines of a paragraph that introduce what follows: strong words, or a first line with a colon at its end. */
function readLeads(
  node: SyntaxNode,
  source: string,
  lines: SourceLines,
): RunbookLead[] {
  const strong = readStrongLeads(node, source, lines);
  if (strong.length > 0) {
    return strong;
  }
  const [first, ...rest] = source.slice(node.from, node.to).split('\n', 2);
  const text = first.replace(/[*_`]/g, '').trim();
  return text.endsWith(':') && text.length <= LEAD_LENGTH
    ? [{ text, ...lines.placeOf(node.from), empty: rest.length === 0 }]
    : [];
}

/** Lines that begin with strong words, which are all of the line or have a colon behind them. */
function readStrongLeads(
  node: SyntaxNode,
  source: string,
  lines: SourceLines,
): RunbookLead[] {
  return node.getChildren('StrongEmphasis').flatMap(strong => {
    const before = source.slice(node.from, strong.from);
    const isFirst = /(?:^|\n)[\s>]*$/.test(before.slice(-LEAD_LENGTH));
    const text = plainText(source, strong);
    const behind = source.slice(strong.to, node.to).split('\n', 1)[0].trim();
    const isLead =
      isFirst &&
      text.length <= LEAD_LENGTH &&
      (text.endsWith(':') || behind.startsWith(':') || behind === '');
    return isLead
      ? [
          {
            text,
            ...lines.placeOf(strong.from),
            empty:
              /^:?$/.test(behind) &&
              source.slice(strong.to, node.to).trim().length <= 1,
          },
        ]
      : [];
  });
}
