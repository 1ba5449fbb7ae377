import { SyntaxNode } from '@lezer/common';
import { classifyLink } from './classifyLink';
import { LIMITS } from './limits';
import { plainText } from './plainText';
import { SourceLines } from './SourceLines';
import { RunbookTextLink } from './types';

/** Collects links and images, those whose address is defined elsewhere in the text among them. */
export interface LinkReader {
  addLink(node: SyntaxNode): void;
  /** An address that stands in the text as it is. */
  addAddress(node: SyntaxNode): void;
  addDefinition(node: SyntaxNode): void;
  add(
    from: number,
    link: Pick<RunbookTextLink, 'url' | 'text' | 'image'>,
  ): void;
  finish(): RunbookTextLink[];
}

export function createLinkReader(
  source: string,
  lines: SourceLines,
): LinkReader {
  const links: RunbookTextLink[] = [];
  const pending: {
    from: number;
    label: string;
    text: string;
    image: boolean;
  }[] = [];
  const definitions = new Map<string, string>();
  const read = (node: SyntaxNode) => source.slice(node.from, node.to);

  function add(
    from: number,
    { url, text, image }: Pick<RunbookTextLink, 'url' | 'text' | 'image'>,
  ) {
    if (links.length < LIMITS.parts) {
      links.push({
        url,
        text,
        kind: classifyLink(url),
        image,
        ...lines.placeOf(from),
      });
    }
  }

  return {
    add,
    addLink(node) {
      const image = node.name === 'Image';
      const text = plainText(source, node);
      const address = node.getChild('URL');
      const marks = node.getChildren('LinkMark');
      // `[text]()` has an address, an empty one.
      if (address || (marks.length > 2 && source[marks[2].from] === '(')) {
        add(node.from, {
          url: address ? unwrap(read(address)) : '',
          text,
          image,
        });
        return;
      }
      const own = node.getChild('LinkLabel');
      const label = own ? read(own).slice(1, -1).trim() : '';
      const between =
        marks.length > 1 ? source.slice(marks[0].to, marks[1].from) : '';
      if (pending.length < LIMITS.parts) {
        pending.push({
          from: node.from,
          label: normalise(label || between),
          text,
          image,
        });
      }
    },
    addAddress(node) {
      const parent = node.parent?.name;
      if (
        parent !== 'Link' &&
        parent !== 'Image' &&
        parent !== 'LinkReference'
      ) {
        const text = unwrap(read(node));
        add(node.from, { url: toAddress(text), text, image: false });
      }
    },
    addDefinition(node) {
      const label = node.getChild('LinkLabel');
      const address = node.getChild('URL');
      if (label && address) {
        const name = normalise(read(label).slice(1, -1));
        if (!definitions.has(name)) {
          definitions.set(name, unwrap(read(address)));
        }
      }
    },
    finish() {
      for (const { from, label, text, image } of pending) {
        const url = definitions.get(label);
        // Brackets without a definition are only brackets.
        if (url !== undefined) {
          add(from, { url, text, image });
        }
      }
      return links.sort((a, b) => a.line - b.line || a.column - b.column);
    },
  };
}

function normalise(label: string): string {
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
