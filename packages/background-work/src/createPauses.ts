import { setImmediate as others } from 'node:timers/promises';

/** Milliseconds for which requests to the process may wait. */
const TURN = 10;

/** Between the steps of long work. @public */
export interface Pauses {
  /** Lets the process do other things where the work has held it for long enough; await it after each small step. */
  ifDue(): Promise<void> | undefined;
}

/**
 * Keeps work that takes long from holding the event loop, which answers all requests.
 *
 * @public
 */
export function createPauses(): Pauses {
  let since = performance.now();
  return {
    ifDue() {
      if (performance.now() - since < TURN) {
        return undefined;
      }
      return others().then(() => {
        since = performance.now();
      });
    },
  };
}
