import { hashKey, Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** So long a burst of signals is waited out, and so far the readings of many open pages are spread; milliseconds. */
const SETTLE = { from: 500, to: 3_000 };

const waiting = new WeakMap<QueryClient, Set<string>>();

/**
 * Reads anew, soon and once, what is shown under a key and the keys that begin with it, however many signals and
 * components ask for that. What was read less than `atMostEvery` ago waits until then.
 */
export function refreshQueries(
  queryClient: QueryClient,
  queryKey: QueryKey,
  options: { atMostEvery: number },
): void {
  const keys = waiting.get(queryClient) ?? new Set<string>();
  waiting.set(queryClient, keys);
  const hash = hashKey(queryKey);
  if (keys.has(hash)) {
    return;
  }
  keys.add(hash);
  const readAt = queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0;
  const settle = SETTLE.from + Math.random() * (SETTLE.to - SETTLE.from);
  setTimeout(() => {
    keys.delete(hash);
    queryClient.invalidateQueries({ queryKey, predicate: isOnePage });
  }, Math.max(settle, readAt + options.atMostEvery - Date.now()));
}

/** A list that was scrolled through stays: reading all its pages again would move what the reader looks at. */
function isOnePage({ state: { data } }: Query): boolean {
  const pages =
    typeof data === 'object' && data !== null && 'pages' in data
      ? data.pages
      : [];
  return !Array.isArray(pages) || pages.length <= 1;
}
