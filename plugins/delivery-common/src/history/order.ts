/** Orders texts; ISO instants in UTC too. */
export function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

/** Orders items by a list of texts, the first that differs decides. */
export function byTexts<T>(texts: (item: T) => readonly string[]) {
  return (a: T, b: T): number => {
    const [left, right] = [texts(a), texts(b)];
    const index = left.findIndex((text, i) => text !== right[i]);
    return index < 0 ? 0 : compareText(left[index], right[index]);
  };
}

/** The items of each key, in the order given. */
export function groupBy<T>(
  items: Iterable<T>,
  key: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(key(item), [item]);
    }
  }
  return groups;
}
