/** A time by which something has to end. @public */
export interface Deadline {
  /** Aborts with a `TimeoutError` when the time is over. */
  signal: AbortSignal;
  /** Says that it ended; nothing aborts any more. */
  clear(): void;
}

/**
 * Makes a signal that aborts when the time is over, or as soon as one of these signals does.
 *
 * @remarks
 *
 * `AbortSignal.any` over `AbortSignal.timeout` says the same, but Node 20 may collect the timeout as garbage before its
 * time is over, and what waits for an answer then waits forever. This one is held by its timer.
 *
 * @public
 */
export function createDeadline(
  milliseconds: number,
  signals: readonly AbortSignal[] = [],
): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(
    () =>
      end(
        new DOMException(
          'The operation was aborted due to timeout',
          'TimeoutError',
        ),
      ),
    milliseconds,
  );
  timer.unref();
  const listeners = signals.map(signal => {
    const listener = () => end(signal.reason);
    signal.addEventListener('abort', listener);
    return { signal, listener };
  });

  function clear() {
    clearTimeout(timer);
    listeners.forEach(({ signal, listener }) =>
      signal.removeEventListener('abort', listener),
    );
  }

  function end(reason: unknown) {
    clear();
    controller.abort(reason);
  }

  const over = signals.find(({ aborted }) => aborted);
  if (over) {
    end(over.reason);
  }
  return { signal: controller.signal, clear };
}
