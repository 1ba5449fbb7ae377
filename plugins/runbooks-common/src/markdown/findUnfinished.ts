import { SourceLines } from './SourceLines';
import { UnfinishedText } from './types';
import { LIMITS } from './limits';

/** Words that say that something is still to be written. In capitals they are no part of a sentence. */
const MARKS =
  /(?<![\p{L}\p{N}_#-])(?:TODO|TBD|TBC|TBA|FIXME|XXX|WIP)(?![\p{L}\p{N}_-]|s\b| list\b)/gu;

const PROSE =
  /(?<![\p{L}\p{N}])(?:to be (?:determined|defined|written|added|completed|filled(?: in)?|documented|decided)(?=[ \t]{0,9}[.!:)\]*_]{0,9}[ \t]{0,9}(?:\n|$))|work in progress|coming soon(?!\p{L})|lorem ipsum|under construction|(?:please )?(?:fill(?: in)?|write|add|describe|insert|complete) (?:me|this|these|it)(?: in| here| section| part)(?! [a-z])|fill[- ]me[- ]in|(?:insert|add|put|write) [^\n.!?]{0,60} here(?=[ \t]{0,9}[.!:)\]*_>]{0,9}[ \t]{0,9}(?:\n|$)))/giu;

/** `todo:` at the beginning of a line, and brackets around what is to be written. */
const NOTES =
  /^[ \t>*-]*todo:|[[<](?:todo|tbd|fill in|insert|describe|add|your|replace)(?: [^\n<>[\]]{0,80})?[\]>](?!\()/gim;

/** Where a text says that something is still to be written. Code is not looked at, it may well look for such words. */
export function findUnfinished(
  prose: string,
  lines: SourceLines,
): UnfinishedText[] {
  const found = new Map<number, string>();
  for (const pattern of [MARKS, PROSE, NOTES]) {
    for (const { 0: text, index } of prose.matchAll(pattern)) {
      const from = index + text.search(/[^\s>*-]/);
      if (found.size < LIMITS.parts && !found.has(from)) {
        found.set(from, text.trim());
      }
    }
  }
  return Array.from(found)
    .sort(([a], [b]) => a - b)
    .map(([offset, text]) => ({ ...lines.placeOf(offset), text }));
}
