import { ConflictError } from '@backstage/errors';
import { BackfillState } from '@fairlead/backstage-plugin-delivery-common';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { Clock } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { DbPullRow } from '../../database/tables';
import { toBackfillState } from './toBackfillState';

const DAY = 24 * 3_600_000;

export interface BackfillsOptions {
  clock?: Clock;
  db: Knex;
  /** Called after one was asked for. */
  onRequested?: () => void;
}

/** Keeps what was asked of the past of sources, until it is done by a scheduled task. */
export class Backfills {
  readonly #clock: Clock;
  readonly #options: BackfillsOptions;

  static create(options: BackfillsOptions): Backfills {
    return new Backfills(options);
  }

  private constructor(options: BackfillsOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  /** Throws a ConflictError while one of the source is under way. */
  async request(
    source: DeliverySource,
    request: { days: number },
  ): Promise<BackfillState> {
    const { db, onRequested } = this.#options;
    const now = this.#clock();
    // A unique index allows one backfill per source at a time, on all replicas.
    const [row] = await db<DbPullRow>('pulls')
      .insert({
        id: randomUUID(),
        source: source.id,
        via: 'backfill',
        state: 'queued',
        from: now - request.days * DAY,
        to: now,
        requested_at: now,
      })
      .onConflict()
      .ignore()
      .returning('*');
    if (!row) {
      throw new ConflictError(
        isolated`Source '${source.id}' is being asked for its past already; wait until that is done`,
      );
    }
    onRequested?.();
    return toBackfillState(row);
  }
}
