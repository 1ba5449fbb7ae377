import { Tree } from '@lezer/common';
import { GFM, MarkdownConfig, parser } from '@lezer/markdown';
import { LIMITS } from './limits';

/** What pairs up across a paragraph. */
const MARK = /[[\]*_~!]|`+/g;

/** Leaves a paragraph with very many marks as plain text: pairing them takes time that grows with their square. */
const BOUND_MARKS: MarkdownConfig = {
  parseInline: [
    {
      name: 'BoundMarks',
      before: 'Escape',
      parse(context, _next, position) {
        if (position > context.offset) {
          return -1;
        }
        const { offset, end } = context;
        return hasTooManyMarks(context.slice(offset, end)) ? end : -1;
      },
    },
  ],
};

/** No reader of a runbook asks for breaks of lines, and to look for them costs the square of the blanks in a row. */
const WITHOUT_BREAKS = { remove: ['HardBreak'] };

const boundedParser = parser.configure([
  GFM,
  WITHOUT_BREAKS,
  boundNesting(),
  BOUND_MARKS,
]);

/** The syntax tree of a text in GitHub's Markdown. Takes any text in time that grows with its length alone. */
export function parseMarkdown(text: string): Tree {
  return boundedParser.parse(text);
}

function hasTooManyMarks(text: string): boolean {
  const marks = text.match(MARK)?.length ?? 0;
  return marks > LIMITS.marks || marks * text.length > LIMITS.marksTimesLength;
}

/** Passes over lines that would nest deeper than is read. */
function boundNesting(): MarkdownConfig {
  return {
    defineNodes: [{ name: 'TooDeep', block: true }],
    parseBlock: [
      {
        name: 'TooDeep',
        before: 'LinkReference',
        parse(context, line) {
          if (context.depth <= LIMITS.nesting) {
            return false;
          }
          const from = context.lineStart + line.pos;
          context.addElement(
            context.elt('TooDeep', from, context.lineStart + line.text.length),
          );
          context.nextLine();
          return true;
        },
      },
    ],
  };
}
