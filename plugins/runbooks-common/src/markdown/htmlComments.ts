import { Tree } from '@lezer/common';
import { blankOut } from './blank';

/**
 * A comment as HTML has it: up to its first end, whatever else it holds, and up to the end of the text where it has none.
 */
const COMMENT = /<!--(?:-?>|[^]*?(?:--!?>|$))/g;

/** What may hold comments. Those within code are shown as they are written. */
const HOLDERS = new Set(['Comment', 'CommentBlock', 'HTMLBlock']);

/** A text without its comments, which nobody sees. All else keeps its place. */
export function blankComments(source: string, tree: Tree): string {
  const stretches: { from: number; to: number }[] = [];
  tree.iterate({
    enter({ name, from, to }) {
      if (HOLDERS.has(name)) {
        for (const { 0: comment, index } of source
          .slice(from, to)
          .matchAll(COMMENT)) {
          const begin = from + index;
          stretches.push({ from: begin, to: begin + comment.length });
        }
      }
    },
  });
  return blankOut(source, stretches);
}
