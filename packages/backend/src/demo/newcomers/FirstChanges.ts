import { NotFoundError } from '@backstage/errors';
import { DemoSender } from '../year/DemoSender';
import { ReplayProgress } from '../year/ReplayProgress';
import { FirstChange, mergeFirstChange, openFirstChange } from './firstChange';

/** How long ago merging looks to have happened: all that follows from it has happened as well. */
const AGO = 15_000;

/** The changes that wait for whoever opens the demo to merge them. */
export class FirstChanges {
  readonly #changes: ReadonlyMap<string, FirstChange>;
  readonly #progressOf: (userRef: string) => Promise<ReplayProgress>;
  readonly #sender: Pick<DemoSender, 'send'>;

  static create(options: {
    /** By the refs of their authors. */
    changes: ReadonlyMap<string, FirstChange>;
    /** Remembers when the change of somebody was merged. */
    progressOf: (userRef: string) => Promise<ReplayProgress>;
    sender: Pick<DemoSender, 'send'>;
  }): FirstChanges {
    return new FirstChanges(options);
  }

  private constructor(options: {
    changes: ReadonlyMap<string, FirstChange>;
    progressOf: (userRef: string) => Promise<ReplayProgress>;
    sender: Pick<DemoSender, 'send'>;
  }) {
    this.#changes = options.changes;
    this.#progressOf = options.progressOf;
    this.#sender = options.sender;
  }

  /** Opens all of them. Told again, nothing changes. */
  async open(): Promise<void> {
    await this.#sender.send(
      [...this.#changes.values()].flatMap(openFirstChange),
    );
  }

  /** Where the change of somebody stands. */
  async stateOf(userRef: string): Promise<'none' | 'open' | 'merged'> {
    if (!this.#changes.has(userRef)) {
      return 'none';
    }
    const progress = await this.#progressOf(userRef);
    return (await progress.get()) === undefined ? 'open' : 'merged';
  }

  /** Merges the change of somebody, as GitHub would tell it. Again, it tells the same. Throws a NotFoundError where none waits. */
  async merge(userRef: string, { now }: { now: number }): Promise<void> {
    const change = this.#changes.get(userRef);
    if (!change) {
      throw new NotFoundError('No change of yours waits to be merged');
    }
    const progress = await this.#progressOf(userRef);
    const mergedAt = (await progress.get()) ?? now - AGO;
    await progress.set(mergedAt);
    const deliveries = mergeFirstChange(change, { mergedAt });
    // One after the other, as they happened.
    for (const delivery of deliveries.sort((a, b) => a.at - b.at)) {
      await this.#sender.send([delivery]);
    }
  }
}
