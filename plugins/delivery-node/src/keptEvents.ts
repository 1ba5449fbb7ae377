import { EventParams } from '@backstage/plugin-events-node';

const kept = new WeakSet<EventParams>();

/** Notes that the delivery backend has an event before it is published. */
export function noteKept(event: EventParams): void {
  kept.add(event);
}

/**
 * Whether an event is one that the delivery backend was handed before it was published. Known in the process that
 * publishes it; elsewhere it is kept a second time under the same key, which changes nothing.
 *
 * @public
 */
export function isKept(event: EventParams): boolean {
  return kept.has(event);
}
