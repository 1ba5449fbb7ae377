import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { RunsInTurn, Turn } from '@fairlead/background-work';
import { Clock } from '@fairlead/bulk-sql';
import { describeDatabaseError, isTransient } from '@fairlead/database-health';
import { Knex } from 'knex';
import { setImmediate as others } from 'node:timers/promises';
import { RepositoryAnnotations } from '../matching';
import { RecordRenaming } from '../repositories';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import { Marking } from '../changedDays/markChangedDays';
import { leaseDeliveries } from './leaseDeliveries';
import { finishDeliveries, releaseDeliveries } from './finishDeliveries';
import { Normaliser } from './Normaliser';
import { readBatch, ReadyDelivery } from './readBatch';
import { storeBatch } from './storeBatch';
import { wakeDeliveries } from './wakeDeliveries';

/** Characters of payloads in hand at a time. */
const MAX_SIZE = 16 * 1024 * 1024;

/** In one transaction, unless one delivery has more: each has a price that the process pays without a break. */
const MAX_RECORDS = 500;

/** A delivery that failed more often is worked on alone: were it to blame, it shall take no other one with it. */
const MAX_TOGETHER = 2;

/**
 * A batch has its price however small it is. While deliveries trickle in, those of so many milliseconds are read
 * together; a batch that fills a good part of the room is followed by the next at once.
 */
const GATHER_FOR = 200;
const LARGE = 0.25;

/** Before a delivery that failed is tried again, times two to the power of its attempts. */
const RETRY_AFTER = 5_000;

export interface DefaultNormaliserOptions {
  /** How many deliveries are in one transaction. @defaultValue 1000 */
  batchSize?: number;
  /**
   * Milliseconds after which deliveries that a process has in hand are taken up by another: long enough for any batch,
   * short enough for the work of a process that died to go on soon.
   *
   * @defaultValue 60000
   */
  leaseFor?: number;
  /** How often a delivery is tried before it is quarantined. @defaultValue 5 */
  maxAttempts?: number;
  clock?: Clock;
  context: ReadContext;
  db: Knex;
  logger: LoggerService;
  marking: Marking;
  /** Called after records changed. */
  onStored?: () => void;
  renaming: RecordRenaming;
  repositories: RepositoryAnnotations;
  sources: SourceRegistry;
}

/**
 * Works the inbox off, batch by batch. Any number of processes may do so at once. While the database stores a batch, the
 * process reads the next one.
 */
export class DefaultNormaliser implements Normaliser {
  readonly #batchSize: number;
  readonly #leaseFor: number;
  readonly #maxAttempts: number;
  readonly #clock: Clock;
  readonly #options: DefaultNormaliserOptions;
  readonly #runs: RunsInTurn;

  static create(options: DefaultNormaliserOptions): DefaultNormaliser {
    return new DefaultNormaliser(options);
  }

  private constructor(options: DefaultNormaliserOptions) {
    this.#batchSize = options.batchSize ?? 1_000;
    this.#leaseFor = options.leaseFor ?? 60_000;
    this.#maxAttempts = options.maxAttempts ?? 5;
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
    this.#runs = RunsInTurn.create({
      logger: options.logger,
      failure:
        'Deliveries could not be read; they wait for the next scheduled run',
      gatherFor: GATHER_FOR,
      work: turn => this.#drain(turn),
    });
  }

  nudge(): void {
    this.#runs.nudge();
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    return this.#runs.run(options);
  }

  async stop(): Promise<void> {
    await this.#runs.stop();
  }

  async #drain({ isNudged, isOver, pause }: Turn): Promise<number> {
    const { db, sources } = this.#options;
    if (!isNudged) {
      await wakeDeliveries(db, { now: this.#clock(), sources });
    }
    let finished = 0;
    let batch = isOver() ? [] : await this.#lease();
    while (batch.length > 0) {
      const isLarge = batch.length >= LARGE * this.#batchSize;
      const next = isLarge && !isOver() ? this.#lease() : undefined;
      // The error reaches whoever awaits the promise later; until then it must not count as an unhandled rejection.
      next?.catch(() => {});
      try {
        finished += await this.#store(batch);
      } catch (error) {
        await this.#giveBack((await next) ?? []);
        throw error;
      }
      if (!next && isNudged) {
        await pause(GATHER_FOR);
      }
      batch = (await next) ?? (isOver() ? [] : await this.#lease());
    }
    return finished;
  }

  /** Deliveries that were leased and read. */
  async #lease(): Promise<ReadyDelivery[]> {
    const { db, sources, context } = this.#options;
    const now = this.#clock();
    const leased = await leaseDeliveries(db, {
      sources: sources.list().map(({ id }) => id),
      now,
      limit: this.#batchSize,
      size: MAX_SIZE,
      leaseFor: this.#leaseFor,
    });
    const together = leased.filter(one => one.attempts <= MAX_TOGETHER);
    const [suspect, ...suspects] = leased.filter(
      one => one.attempts > MAX_TOGETHER,
    );
    await this.#giveBack(suspects);
    if (suspect && suspect.attempts > this.#maxAttempts) {
      const { payload, ...rest } = suspect;
      const cause = suspect.reason ?? 'a process ended with it in hand';
      const reason = `Given up after ${this.#maxAttempts} attempts: ${cause}`;
      return [
        ...(await readBatch(together, { sources, context, now })),
        { ...rest, reading: { state: 'quarantined', reason } },
      ];
    }
    return readBatch(suspect ? [...together, suspect] : together, {
      sources,
      context,
      now,
    });
  }

  /** Answers how many were finished. */
  async #store(batch: readonly ReadyDelivery[]): Promise<number> {
    const { db, logger, onStored, ...options } = this.#options;
    const suspect = batch.findIndex(one => one.attempts > MAX_TOGETHER);
    if (suspect >= 0 && batch.length > 1) {
      return this.#storeParts(batch, suspect || 1);
    }
    const first = countFirst(batch);
    if (first < batch.length) {
      return this.#storeParts(batch, first);
    }
    try {
      await storeBatch(db, batch, { ...options, clock: this.#clock });
      onStored?.();
      await others();
      return batch.length;
    } catch (error) {
      if (isTransient(error)) {
        await this.#giveBack(batch);
        throw error;
      }
      if (batch.length > 1) {
        return this.#storeParts(batch, batch.length >> 1);
      }
      const [{ id, source, attempts }] = batch;
      const reason = describeDatabaseError(error);
      logger.warn(
        `Delivery ${id} of '${source}' could not be stored: ${reason}`,
      );
      return this.#fail({ id, attempts }, reason);
    }
  }

  async #storeParts(
    batch: readonly ReadyDelivery[],
    at: number,
  ): Promise<number> {
    return (
      (await this.#store(batch.slice(0, at))) +
      (await this.#store(batch.slice(at)))
    );
  }

  /** Answers how many were finished. */
  async #fail(
    delivery: Pick<ReadyDelivery, 'id' | 'attempts'>,
    reason: string,
  ): Promise<number> {
    const { db } = this.#options;
    const now = this.#clock();
    if (delivery.attempts >= this.#maxAttempts) {
      await finishDeliveries(
        db,
        [{ id: delivery.id, state: 'quarantined', reason }],
        { now },
      );
      return 1;
    }
    await releaseDeliveries(db, [delivery.id], {
      at: now + RETRY_AFTER * 2 ** delivery.attempts,
      reason,
    });
    return 0;
  }

  /** For others, or later, without counting the attempt. Never throws: what cannot be given back runs out. */
  async #giveBack(
    deliveries: readonly Pick<ReadyDelivery, 'id'>[],
  ): Promise<void> {
    if (deliveries.length === 0) {
      return;
    }
    try {
      await releaseDeliveries(
        this.#options.db,
        deliveries.map(({ id }) => id),
        { at: this.#clock(), isInnocent: true },
      );
    } catch (error) {
      this.#options.logger.warn(
        `${deliveries.length} deliveries wait until they may be taken up again`,
        toError(error),
      );
    }
  }
}

/** How many deliveries from the first on have the records of one transaction; at least one. */
function countFirst(batch: readonly ReadyDelivery[]): number {
  let records = 0;
  const tooMany = batch.findIndex(({ reading }, index) => {
    records += reading.state === 'done' ? reading.told.length : 0;
    return index > 0 && records > MAX_RECORDS;
  });
  return tooMany < 0 ? batch.length : tooMany;
}
