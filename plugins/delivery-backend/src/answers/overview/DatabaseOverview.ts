import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { MeasureOptions } from '../../measuring/readMeasureOptions';
import { resolveWindow } from '../window/resolveWindow';
import { KeptSummary, SummaryStore } from '../summaries/SummaryStore';
import {
  ForVisible,
  restrictToVisible,
  Visibility,
} from '../../catalog/visibility';
import { computeOverview } from './computeOverview';
import { Overview, OverviewQuery } from './Overview';

/** What is older than this is not shown any more while a newer one is computed. */
const SHOWN_FOR = 36 * 3_600_000;
/** How long an answer holds although nothing changed: the present day moves on. */
const HOLDS_FOR = 3_600_000;
/** Of so few measurements a sum is made in no time. */
const FEW_MEASUREMENTS = 1_000;

/** Those whom an answer is about, in order. */
type SeenEntities = 'all' | { refs: string[] };

export interface DatabaseOverviewOptions {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  measureOptions: MeasureOptions;
  store: SummaryStore;
}

/**
 * Answers from what is stored.
 *
 * @remarks
 *
 * Summing thousands of repositories takes a while, so answers are kept: one for all who see everything, one for each set
 * of entities that somebody may see. An answer whose samples have changed is still shown until a newer one is there,
 * which is computed at most once in the configured interval. While little was measured, or not half of what is now, it
 * grows old as fast as what it is made of; one from before the first measurement is not shown at all.
 */
export class DatabaseOverview implements Overview<ForVisible> {
  readonly #clock: Clock;
  readonly #options: DatabaseOverviewOptions;

  static create(options: DatabaseOverviewOptions): DatabaseOverview {
    return new DatabaseOverview(options);
  }

  private constructor(options: DatabaseOverviewOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
  }

  async read(
    query: OverviewQuery,
    { visibility }: ForVisible,
  ): Promise<{ etag: string; json: string }> {
    const { logger, store } = this.#options;
    const seen = await this.#listSeen(visibility);
    const key = this.#keyOf(query, seen);
    const { kept, revision } = await store.find(key, 'all');
    const isEmpty = kept?.revision === 0 && revision > 0;
    if (!kept || isEmpty || this.#clock() - kept.computedAt > SHOWN_FOR) {
      return toAnswer(key, await this.#compute(query, seen, revision));
    }
    if (this.#isOutdated(kept, revision)) {
      this.#compute(query, seen, revision).catch(error =>
        logger.warn('The overview could not be computed', toError(error)),
      );
    }
    return toAnswer(key, kept);
  }

  /** Brings what most callers ask for up to date, if its samples have changed. */
  async refresh(): Promise<void> {
    const { store } = this.#options;
    for (const view of ['then', 'now'] as const) {
      const { kept, revision } = await store.find(
        this.#keyOf({ view }, 'all'),
        'all',
      );
      const isOutdated = kept
        ? this.#isOutdated(kept, revision)
        : view === 'then';
      if (isOutdated) {
        await this.#compute({ view }, 'all', revision);
      }
    }
  }

  #isOutdated(kept: KeptSummary, revision: number): boolean {
    const { measureOptions } = this.#options;
    const { interval, overviewInterval } = measureOptions;
    const age = this.#clock() - kept.computedAt;
    const isYoung =
      kept.revision < Math.max(FEW_MEASUREMENTS, Math.floor(revision / 2));
    const holdsFor = isYoung
      ? Math.min(interval, overviewInterval)
      : overviewInterval;
    return age > HOLDS_FOR || (kept.revision !== revision && age >= holdsFor);
  }

  async #compute(
    query: OverviewQuery,
    seen: SeenEntities,
    revision: number,
  ): Promise<KeptSummary> {
    const { db, measureOptions, store } = this.#options;
    const { history, bandEdition, fewest } = measureOptions;
    const { calendar } = history;
    return store.compute(this.#keyOf(query, seen), revision, () => {
      const now = this.#clock();
      return computeOverview(
        db,
        { view: query.view, visibility: seen },
        {
          window: resolveWindow(query, { now, zone: calendar.zone }),
          calendar,
          now: new Date(now).toISOString(),
          bandEdition,
          fewest,
        },
      );
    });
  }

  /**
   * Names the entities rather than what makes them visible: conditions stay the same when an entity comes under them or
   * leaves, and an answer from before must not be shown then.
   */
  async #listSeen(visibility: Visibility): Promise<SeenEntities> {
    if (visibility === 'all') {
      return 'all';
    }
    const query = this.#options.db('entities as e').orderBy('e.entity_ref');
    restrictToVisible(query, visibility);
    return { refs: await query.pluck('e.entity_ref') };
  }

  /** The window that nobody chose moves on by itself, and its answer stays the same one. */
  #keyOf({ from, to, view }: OverviewQuery, seen: SeenEntities): string {
    const { measureOptions } = this.#options;
    const { history, bandEdition, fewest } = measureOptions;
    const window =
      from === undefined && to === undefined
        ? 'usual'
        : resolveWindow(
            { from, to },
            { now: this.#clock(), zone: history.calendar.zone },
          );
    return SummaryStore.keyOf([
      'overview',
      seen,
      window,
      view,
      history.calendar,
      bandEdition,
      fewest,
    ]);
  }
}

function toAnswer(key: string, { computedAt, text }: KeptSummary) {
  return { etag: `"${key.slice(0, 16)}-${computedAt}"`, json: text };
}
