import { once } from 'node:events';

/** The items of a stream until the signal aborts, which throws even while the stream hangs. */
export async function* abortable<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  const done = new AbortController();
  const aborted = signal.aborted
    ? Promise.resolve()
    : once(signal, 'abort', { signal: done.signal }).catch(() => {});
  try {
    for (;;) {
      const next = iterator.next();
      const result = await Promise.race([next, aborted]);
      if (signal.aborted || !result || Array.isArray(result)) {
        next.catch(() => {});
        throw signal.reason;
      }
      if (result.done) {
        return;
      }
      yield result.value;
    }
  } finally {
    done.abort();
    // Not waited for: a stream that hangs would hang here as well.
    iterator.return?.()?.catch(() => {});
  }
}
