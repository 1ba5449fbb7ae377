/** A list in pages of at most so many items. */
export function* inPages<T>(
  items: readonly T[],
  size: number,
): Iterable<readonly T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
