import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import { RunsInTurn, Turn } from '@fairlead/background-work';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbMeasuredEntityRow } from '../database/tables';
import { leaseEntity } from './leaseEntity';
import { LeaseLostError, EntityMeasuring } from './EntityMeasuring';
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
 * hands of one of them, for as long as its lease holds.
 */
export class DefaultMeasuring implements Measuring {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #entities: EntityMeasuring;
  readonly #interval: number;
  readonly #logger: LoggerService;
  readonly #runs: RunsInTurn;
  #nudgedAt = 0;
  #isRemarked = false;

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
    this.#runs = RunsInTurn.create({
      logger: options.logger,
      failure:
        'Measuring failed; it is tried again with the next scheduled run',
      work: turn => this.#drain(turn),
    });
  }

  nudge(): void {
    this.#nudgedAt = this.#clock();
    this.#runs.nudge();
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    return this.#runs.run(options);
  }

  async stop(): Promise<void> {
    await this.#runs.stop();
  }

  async #drain({ isOver, pause }: Turn): Promise<number> {
    await this.#remark();
    const started = this.#clock();
    let measured = 0;
    while (!isOver()) {
      const refs = await findOutdated(this.#db, {
        now: this.#clock(),
        // Entities that change during a run wait for the next one.
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
        if (this.#isBusy()) {
          await pause((this.#clock() - began) * 3);
        }
      }
      if (measured === before) {
        break;
      }
    }
    return measured;
  }

  /** Answers false if the entity is in other hands. */
  async #measure(entityRef: string): Promise<boolean> {
    const lease = await leaseEntity(this.#db, entityRef, this.#clock());
    if (!lease) {
      return false;
    }
    try {
      await this.#entities.measure(lease);
      return true;
    } catch (error) {
      assertError(error);
      if (!(error instanceof LeaseLostError)) {
        this.#logger.error(
          `Measuring '${entityRef}' failed; it is tried again when its lease has run out`,
          error,
        );
      }
      return false;
    }
  }

  /** While records keep coming in, reading them shall have the processor most of the time. */
  #isBusy(): boolean {
    return this.#clock() - this.#nudgedAt < BUSY_FOR;
  }

  /** Once a process: what was measured under other options than the configured ones has to be measured again. */
  async #remark(): Promise<void> {
    if (this.#isRemarked) {
      return;
    }
    await this.#db<DbMeasuredEntityRow>('measured_entities')
      .where('measured_at', '>', 0)
      .whereNot('options', this.#entities.optionsHash)
      .update({ due_at: 0 });
    this.#isRemarked = true;
  }
}
