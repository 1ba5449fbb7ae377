import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { DbMeasuredEntityRow } from '../database/tables';
import { claimEntity } from './claimEntity';
import { ClaimLostError, EntityMeasuring } from './EntityMeasuring';
import { findOutdated } from './findOutdated';
import { Measuring } from './Measuring';
import { MeasureOptions } from './readMeasureOptions';

const BATCH_SIZE = 100;
/** How long after a change more of them are expected, in milliseconds. */
const BUSY_FOR = 1_000;

export interface DefaultMeasuringOptions {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  measureOptions: MeasureOptions;
}

/**
 * Works off what is out of date, one entity at a time. Any number of processes may do so at once: each entity is in the
 * hands of one of them, for as long as its claim holds.
 */
export class DefaultMeasuring implements Measuring {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #entities: EntityMeasuring;
  readonly #interval: number;
  readonly #logger: LoggerService;
  readonly #stop = new AbortController();
  #isNudged = false;
  #nudgedAt = 0;
  #isRemarked = false;
  /** Runs of one process follow each other: measuring is work for the processor. */
  #last: Promise<unknown> = Promise.resolve();

  static create(options: DefaultMeasuringOptions): DefaultMeasuring {
    return new DefaultMeasuring(options);
  }

  private constructor(options: DefaultMeasuringOptions) {
    const { clock = Date.now, db, measureOptions } = options;
    this.#clock = clock;
    this.#db = db;
    this.#interval = measureOptions.interval;
    this.#logger = options.logger;
    this.#entities = new EntityMeasuring({
      clock,
      db,
      history: measureOptions.history,
    });
  }

  nudge(): void {
    this.#nudgedAt = this.#clock();
    if (this.#isNudged) {
      return;
    }
    this.#isNudged = true;
    this.#last = this.#last.then(async () => {
      this.#isNudged = false;
      try {
        await this.#drain();
      } catch (error) {
        assertError(error);
        this.#logger.error(
          'Measuring failed; it is tried again with the next scheduled run',
          error,
        );
      }
    });
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    const run = this.#last.then(() => this.#drain(options.signal));
    this.#last = run.catch(() => {});
    return run;
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#last;
  }

  async #drain(signal?: AbortSignal): Promise<number> {
    await this.#remark();
    const started = this.#clock();
    let measured = 0;
    const isOver = () => signal?.aborted || this.#stop.signal.aborted;
    while (!isOver()) {
      const refs = await findOutdated(this.#db, {
        now: this.#clock(),
        // Whatever changes again during a run waits for the next one.
        measuredBefore: started - this.#interval,
        limit: BATCH_SIZE,
      });
      const before = measured;
      for (const ref of refs) {
        if (isOver()) {
          break;
        }
        const began = this.#clock();
        measured += (await this.#measure(ref)) ? 1 : 0;
        await this.#giveWay(this.#clock() - began);
      }
      if (measured === before) {
        break;
      }
    }
    return measured;
  }

  /** Answers false if the entity is in other hands. */
  async #measure(entityRef: string): Promise<boolean> {
    const claim = await claimEntity(this.#db, entityRef, this.#clock());
    if (!claim) {
      return false;
    }
    try {
      await this.#entities.measure(claim);
      return true;
    } catch (error) {
      assertError(error);
      if (!(error instanceof ClaimLostError)) {
        this.#logger.error(
          `Measuring '${entityRef}' failed; it is tried again when its claim has run out`,
          error,
        );
      }
      return false;
    }
  }

  /** While records keep coming in, reading them has the processor most of the time. */
  async #giveWay(took: number): Promise<void> {
    if (this.#clock() - this.#nudgedAt < BUSY_FOR) {
      const signal = this.#stop.signal;
      await setTimeout(took * 3, undefined, { signal }).catch(() => {});
    }
  }

  /** Once a process: what was measured under other options than the configured ones has to be measured again. */
  async #remark(): Promise<void> {
    if (this.#isRemarked) {
      return;
    }
    await this.#db<DbMeasuredEntityRow>('measured_entities')
      .where('measured_at', '>', 0)
      .whereNot('heads', 'like', `%"options":"${this.#entities.optionsHash}"%`)
      .update({ due_at: 0 });
    this.#isRemarked = true;
  }
}
