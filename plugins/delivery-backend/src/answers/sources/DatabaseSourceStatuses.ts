import { InputError, NotFoundError } from '@backstage/errors';
import {
  BackfillRequest,
  BackfillState,
  Page,
  QuarantinedDelivery,
  ReplayRequest,
  SourceHealth,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { DoorCounts } from '../../intake/inbox';
import { Backfills } from '../../intake/pulls/Backfills';
import { RawVisibility } from '../../catalog/visibility';
import { replayDeliveries } from '../../intake/inbox/replayDeliveries';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import { listQuarantine } from './listQuarantine';
import { readSourceFigures } from './readSourceFigures';
import { SourceStatuses } from './SourceStatuses';
import { toSourceHealth } from './toSourceHealth';

export interface DatabaseSourceStatusesOptions {
  backfills: Backfills;
  clock?: Clock;
  counts: DoorCounts;
  db: Knex;
  /** Called after deliveries wait again. */
  onReplayed?: () => void;
  sources: SourceRegistry;
}

export class DatabaseSourceStatuses implements SourceStatuses {
  readonly #clock: Clock;
  readonly #options: DatabaseSourceStatusesOptions;

  static create(
    options: DatabaseSourceStatusesOptions,
  ): DatabaseSourceStatuses {
    return new DatabaseSourceStatuses(options);
  }

  private constructor(options: DatabaseSourceStatusesOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  async list(): Promise<SourceHealth[]> {
    const { counts, db } = this.#options;
    const sources = this.#options.sources.list();
    // Flush the counts of this process first, so that they show at once.
    await counts.flush();
    const now = this.#clock();
    const figures = await readSourceFigures(db, {
      sources: sources.map(({ id }) => id),
      now,
    });
    return sources.map(source =>
      toSourceHealth(source, figures.get(source.id)!, { now }),
    );
  }

  async listQuarantine(
    query: { source?: string; limit: number; cursor?: string },
    { raw }: { raw: RawVisibility },
  ): Promise<Page<QuarantinedDelivery>> {
    const { db, sources } = this.#options;
    return listQuarantine(query, { db, raw, sources });
  }

  async replay(
    request: ReplayRequest,
    { sources }: { sources: 'all' | readonly string[] },
  ): Promise<{ replayed: number }> {
    if (!request.ids && !request.source) {
      throw new InputError(
        "Body: name the deliveries by 'ids', or all of a source by 'source'",
      );
    }
    const replayed = await replayDeliveries(this.#options.db, {
      ...request,
      sources,
    });
    if (replayed > 0) {
      this.#options.onReplayed?.();
    }
    return { replayed };
  }

  async backfill(request: BackfillRequest): Promise<BackfillState> {
    const source = this.#options.sources.get(request.source);
    if (!source) {
      throw new NotFoundError(isolated`There is no source '${request.source}'`);
    }
    if (!source.pull) {
      throw new InputError(
        isolated`Source '${source.id}' cannot be asked for its past`,
      );
    }
    return this.#options.backfills.request(source, request);
  }
}
