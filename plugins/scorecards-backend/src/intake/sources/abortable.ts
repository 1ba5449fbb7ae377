/** The items of a stream until the signal aborts, which throws even while the stream hangs. */
export async function* abortable<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    for (;;) {
      const result = await unlessAborted(iterator.next(), signal);
      if (result.done) {
        return;
      }
      yield result.value;
    }
  } finally {
    // Not awaited: a stream that hangs would block here as well.
    iterator.return?.()?.catch(() => {});
  }
}

/** A listener of its own for each item: a promise raced against all of them would hold each until it settles. */
function unlessAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted) {
      abort();
    }
    promise
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}
