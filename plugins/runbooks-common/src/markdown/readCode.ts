import { SyntaxNode } from '@lezer/common';

/** What a node of code holds, without what marks it as code. */
export function readCode(source: string, node: SyntaxNode): string {
  if (node.name === 'InlineCode') {
    return source
      .slice(node.from, node.to)
      .replace(/^`+|`+$/g, '')
      .trim();
  }
  // Lines of a block within a list or a quote are apart from each other.
  return node
    .getChildren('CodeText')
    .map(part => source.slice(part.from, part.to))
    .join('');
}

/** The language of a block in lower case, without what generators of sites write behind it. */
export function readLanguage(
  source: string,
  node: SyntaxNode,
): string | undefined {
  const info = node.getChild('CodeInfo');
  const [language] = info
    ? /^[^\s{,]*/.exec(source.slice(info.from, info.to))!
    : [''];
  return language.toLocaleLowerCase('en-US') || undefined;
}
