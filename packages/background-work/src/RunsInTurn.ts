import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { setTimeout } from 'node:timers/promises';

/** What a run is told. @public */
export interface Turn {
  /** Whether to end after the piece in hand. */
  isOver(): boolean;
  /** It was nudged, so that more of the same may be on its way. */
  isNudged: boolean;
  /** Waits so many milliseconds, or less if somebody asks for a run or everything stops. Never throws. */
  pause(milliseconds: number): Promise<void>;
}

/** @public */
export interface RunsInTurnOptions {
  /** What is logged when a nudged run fails: what becomes of its work. */
  failure: string;
  /**
   * Milliseconds from a nudge to its run, or fewer where a run is asked for; nudges in between count as one.
   *
   * @defaultValue 0
   */
  gatherFor?: number;
  logger: LoggerService;
  /** Works off what waits; answers how much that was. */
  work: (turn: Turn) => Promise<number>;
}

/**
 * Runs of one piece of work in one process, one after the other: more of them at once would only wait for each other.
 *
 * @public
 */
export class RunsInTurn {
  readonly #options: RunsInTurnOptions;
  readonly #stop = new AbortController();
  #isNudged = false;
  /** Runs that were asked for and have not begun: nothing pauses while they wait. */
  #asked = 0;
  #pausing = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  static create(options: RunsInTurnOptions): RunsInTurn {
    return new RunsInTurn(options);
  }

  private constructor(options: RunsInTurnOptions) {
    this.#options = options;
  }

  /** Says that something waits. It is worked off in the background, soon. Never throws. */
  nudge(): void {
    if (this.#isNudged) {
      return;
    }
    this.#isNudged = true;
    this.#last = this.#last.then(async () => {
      const { failure, gatherFor, logger } = this.#options;
      if (gatherFor) {
        await this.#pause(gatherFor);
      }
      this.#isNudged = false;
      try {
        await this.#work({ isNudged: true });
      } catch (error) {
        logger.error(failure, toError(error));
      }
    });
  }

  /** Works off what waits, after the runs before; answers how much that was, and throws what the work throws. */
  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    this.#asked += 1;
    this.#pausing.abort();
    const run = this.#last.then(() => {
      this.#asked -= 1;
      return this.#work({ isNudged: false, signal: options.signal });
    });
    this.#last = run.catch(() => {});
    return run;
  }

  /** Ends after the piece in hand. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#pausing.abort();
    await this.#last;
  }

  #work(options: { isNudged: boolean; signal?: AbortSignal }): Promise<number> {
    const { isNudged, signal } = options;
    return this.#options.work({
      isOver: () => Boolean(signal?.aborted) || this.#stop.signal.aborted,
      isNudged,
      pause: milliseconds => this.#pause(milliseconds),
    });
  }

  async #pause(milliseconds: number): Promise<void> {
    if (this.#asked > 0 || this.#stop.signal.aborted) {
      return;
    }
    this.#pausing = new AbortController();
    const { signal } = this.#pausing;
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
  }
}
