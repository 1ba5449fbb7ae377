import { Composer, CST, Document, LineCounter, Parser } from 'yaml';

/** Far more than anybody indents by. */
const MOST_INDENTATION = 512;

/** What begins a value inside another on the same line: `- - a`, `? ? a`. */
const COMPACT = /(?:^|\s)[-?:](?=\s|$)/g;

/**
 * Parses the documents of a text, or answers undefined when they nest deeper than `nesting` levels. The parser calls
 * itself once a level, and a process that runs out of stack within a regular expression ends: so that is looked at
 * before it is tried. How long the text may be is for the caller to say.
 *
 * @public
 */
export function parseDocuments(
  text: string,
  options: { nesting: number; lines?: LineCounter },
): Document.Parsed[] | undefined {
  const { nesting, lines } = options;
  if (text.split('\n').some(line => nestsInOneLine(line, nesting))) {
    return undefined;
  }
  const tokens = Array.from(new Parser(lines?.addNewLine).parse(text));
  if (nestsTooDeep(tokens, nesting)) {
    return undefined;
  }
  // What is odd about a text of others is no news for the log of this process.
  const composer = new Composer({
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  return Array.from(composer.compose(tokens));
}

function nestsInOneLine(line: string, nesting: number): boolean {
  return (
    line.search(/\S|$/) > MOST_INDENTATION ||
    (line.match(COMPACT)?.length ?? 0) > nesting
  );
}

/** Walks the tokens without recursion, since their depth is not known yet. */
function nestsTooDeep(tokens: CST.Token[], nesting: number): boolean {
  const rest = tokens.map(token => ({ token, depth: 0 }));
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { token } = next;
    const depth = next.depth + 1;
    if (depth > nesting + 2) {
      return true;
    }
    const parts =
      'items' in token
        ? token.items.flatMap(({ key, value }) => [key, value])
        : ['value' in token ? token.value : undefined];
    for (const part of parts) {
      if (part) {
        rest.push({ token: part, depth });
      }
    }
  }
  return false;
}
