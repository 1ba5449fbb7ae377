import { SyntaxNode } from '@lezer/common';

/** Nodes that are not read aloud. */
const UNREAD = new Set([
  'HeaderMark',
  'EmphasisMark',
  'StrikethroughMark',
  'CodeMark',
  'LinkMark',
  'LinkTitle',
  'LinkLabel',
  'QuoteMark',
  'ListMark',
  'TaskMarker',
  'TableDelimiter',
  'Comment',
  'CommentBlock',
  'HTMLTag',
  'ProcessingInstruction',
]);

const ENTITIES = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', ' '],
]);

/** The characters that these stand for; others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&[a-z]{2,4};/g, name => ENTITIES.get(name) ?? name);
}

/** What a reader sees of a node, in one line. */
export function plainText(
  source: string,
  node: Pick<SyntaxNode, 'from' | 'to' | 'node'>,
): string {
  let read = '';
  let at = node.from;
  node.node.toTree().iterate({
    enter(part) {
      const from = node.from + part.from;
      const to = node.from + part.to;
      if (
        UNREAD.has(part.name) ||
        (part.name === 'URL' && isAddressOf(part.node.parent?.name))
      ) {
        read += source.slice(at, from);
        at = to;
        return false;
      }
      if (part.name === 'Escape') {
        read += source.slice(at, from);
        at = from + 1;
      } else if (part.name === 'Entity') {
        const entity = source.slice(from, to);
        read += source.slice(at, from) + (ENTITIES.get(entity) ?? entity);
        at = to;
      }
      return undefined;
    },
  });
  read += source.slice(at, node.to);
  return read.replace(/\s+/g, ' ').trim();
}

/** The address of a link is not read where the link has a text of its own. */
function isAddressOf(parent: string | undefined): boolean {
  return parent === 'Link' || parent === 'Image';
}
