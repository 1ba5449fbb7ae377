/** A glob cut into its segments. */
export type Glob = readonly string[];

/**
 * Reads a glob of paths relative to the root of a repository: `*` stands for any text within a segment, `?` for one
 * character of it, and `**` as a segment of its own for any number of segments. All else means itself.
 */
export function parseGlob(text: string): Glob {
  return text.replace(/^\.?\/+|\/+$/g, '').split(/\/+/);
}

/**
 * Whether a path matches a glob.
 *
 * @remarks
 *
 * Globs are written by whoever owns an entity and are run while records are stored. Made into regular expressions, a
 * few stars are enough to take hours; here the time grows with the length of the glob times that of the path.
 */
export function matchesGlob(path: string, glob: Glob): boolean {
  return matchesWild(path.split('/'), glob, '**', matchesSegment);
}

function matchesSegment(text: string, pattern: string): boolean {
  return (
    text === pattern ||
    (/[*?]/.test(pattern) &&
      matchesWild(text, pattern, '*', (a, b) => a === b || b === '?'))
  );
}

/**
 * Matches items against a pattern in which `wild` stands for any number of them. Only the last `wild` is ever gone back
 * to: whatever an earlier one could take, the last can take as well.
 */
function matchesWild(
  items: ArrayLike<string>,
  pattern: ArrayLike<string>,
  wild: string,
  isMatch: (item: string, part: string) => boolean,
): boolean {
  let [item, part] = [0, 0];
  let back: { item: number; part: number } | undefined;
  while (item < items.length) {
    if (part < pattern.length && pattern[part] === wild) {
      part += 1;
      back = { item, part };
    } else if (part < pattern.length && isMatch(items[item], pattern[part])) {
      item += 1;
      part += 1;
    } else if (back) {
      back.item += 1;
      ({ item, part } = back);
    } else {
      return false;
    }
  }
  while (part < pattern.length && pattern[part] === wild) {
    part += 1;
  }
  return part === pattern.length;
}
