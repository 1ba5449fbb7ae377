import { FileChange } from './ScorecardsScmApi';

/** A file with the change made; undefined where what is to be replaced does not stand in the file exactly once. */
export function replaceIn(
  text: string,
  { before, after }: Pick<FileChange, 'before' | 'after'>,
): string | undefined {
  const at = text.indexOf(before);
  return before !== '' && at >= 0 && text.indexOf(before, at + 1) < 0
    ? text.slice(0, at) + after + text.slice(at + before.length)
    : undefined;
}
