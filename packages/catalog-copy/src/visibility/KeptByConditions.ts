import { ConditionalPolicyDecision } from '@backstage/plugin-permission-common';
import { Clock } from '@fairlead/bulk-sql';

/** A rule may look at more than the entity, such as the time of day. */
const KEPT_FOR = 60_000;

const MOST_KEPT = 20;

interface Kept<T> {
  revision: string;
  at: number;
  value: T;
}

/** What the catalog answered under the conditions of a decision, as long as it is at the same revision, and a minute at most. */
export class KeptByConditions<T> {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept<T>>();

  constructor(options: { clock?: Clock }) {
    this.#clock = options.clock ?? Date.now;
  }

  get(
    { conditions }: ConditionalPolicyDecision,
    revision: string | undefined,
  ): T | undefined {
    const kept = this.#kept.get(JSON.stringify(conditions));
    return kept &&
      kept.revision === revision &&
      this.#clock() - kept.at < KEPT_FOR
      ? kept.value
      : undefined;
  }

  /** @param asked - the revision before the catalog was asked, and when that was */
  set(
    { conditions }: ConditionalPolicyDecision,
    value: T,
    asked: { revision: string; at: number },
  ): void {
    const key = JSON.stringify(conditions);
    this.#kept.delete(key);
    this.#kept.set(key, { ...asked, value });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT) {
      this.#kept.delete(oldest);
    }
  }
}
