import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock, insertRows, RowColumns } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

const HOUR = 3_600_000;

const FLUSH_AFTER = 5_000;

const COLUMNS = {
  source: 'text',
  hour: 'bigint',
  accepted: 'integer',
  duplicates: 'integer',
  rejected: 'integer',
  last_accepted_at: 'bigint',
  last_rejected_at: 'bigint',
  last_rejection: 'text',
} satisfies RowColumns;

interface HourCounts {
  source: string;
  hour: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  last_accepted_at: number | null;
  last_rejected_at: number | null;
  last_rejection: string | null;
}

/**
 * Counts what happens at the door by source and hour. It is written every few seconds and not with every delivery: what
 * a process that is killed had not written yet is missing from the charts, and from nothing else.
 */
export class DoorCounts {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #logger: LoggerService;
  #counts = new Map<string, HourCounts>();
  #timer: NodeJS.Timeout | undefined;

  static create(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
  }): DoorCounts {
    return new DoorCounts(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    logger: LoggerService;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#logger = options.logger;
  }

  countReceived(
    source: string,
    counts: { accepted: number; duplicates: number },
  ): void {
    const hour = this.#at(source);
    hour.accepted += counts.accepted;
    hour.duplicates += counts.duplicates;
    if (counts.accepted + counts.duplicates > 0) {
      hour.last_accepted_at = this.#clock();
    }
  }

  /** @param reason - without anything of the payload */
  countRejected(source: string, reason: string): void {
    const hour = this.#at(source);
    hour.rejected += 1;
    hour.last_rejected_at = this.#clock();
    hour.last_rejection = reason.slice(0, 500);
  }

  /** Writes what was counted. Never throws. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const counts = this.#counts;
    this.#counts = new Map();
    try {
      await writeCounts(this.#db, [...counts.values()]);
    } catch (error) {
      this.#logger.warn(
        'Counts of deliveries could not be written; charts will miss them',
        toError(error),
      );
    }
  }

  #at(source: string): HourCounts {
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_AFTER).unref();
    const hour = Math.floor(this.#clock() / HOUR) * HOUR;
    const key = `${source} ${hour}`;
    const counts = this.#counts.get(key) ?? {
      source,
      hour,
      accepted: 0,
      duplicates: 0,
      rejected: 0,
      last_accepted_at: null,
      last_rejected_at: null,
      last_rejection: null,
    };
    this.#counts.set(key, counts);
    return counts;
  }
}

async function writeCounts(db: Knex, counts: HourCounts[]): Promise<void> {
  const added = (name: string) =>
    [name, `source_hours."${name}" + excluded."${name}"`] as const;
  const newest = (name: string) =>
    [name, `coalesce(excluded."${name}", source_hours."${name}")`] as const;
  await insertRows(db, {
    table: 'source_hours',
    columns: COLUMNS,
    // All processes lock the rows in the same order, so that they cannot deadlock.
    rows: counts
      .map(count => ({ ...count }))
      .sort((a, b) => (a.source < b.source ? -1 : 1)),
    onConflict: {
      key: ['source', 'hour'],
      set: Object.fromEntries([
        added('accepted'),
        added('duplicates'),
        added('rejected'),
        newest('last_accepted_at'),
        newest('last_rejected_at'),
        newest('last_rejection'),
      ]),
    },
  });
}
