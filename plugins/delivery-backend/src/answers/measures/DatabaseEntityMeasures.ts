import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  countOrigins,
  EntityMeasuresResponse,
  localDay,
  MEASURE_DEFINITIONS,
  MeasureView,
  windowBefore,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock } from '@fairlead/bulk-sql';
import { isolated } from '@fairlead/bidi-text';
import { Knex } from 'knex';
import { setImmediate } from 'node:timers/promises';
import { MeasureOptions } from '../../measuring/readMeasureOptions';
import { resolveScope, Scope } from '../../catalog/ownership';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import { assertVisibleEntity, ForVisible } from '../../catalog/visibility';
import { readSamples } from '../summaries/readSamples';
import { resolveWindow } from '../window/resolveWindow';
import {
  SummariseOptions,
  viewLeadTimeStarts,
  viewMeasure,
  viewWaits,
} from '../summaries/summarise';
import { KeptSummary, SummaryStore } from '../summaries/SummaryStore';
import { tellSlowestJob, tellWorstJobs } from '../summaries/tellJobs';
import { EntityMeasures, EntityMeasuresQuery } from './EntityMeasures';
import { isSummed } from './isSummed';
import { readCoverage } from './readCoverage';

/** How long an answer holds although nothing changed: ages of what waits, and the present day, move on. */
const HOLDS_FOR = 5 * 60_000;

/**
 * A sum that changes all the time is shown for so many measure intervals while a newer one is made: who reads it again
 * need not wait for what takes seconds.
 */
const SHOWN_INTERVALS = 20;

export interface DatabaseEntityMeasuresOptions {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  measureOptions: MeasureOptions;
  sources: SourceRegistry;
  store: SummaryStore;
}

/** Answers from kept answers while they hold. */
export class DatabaseEntityMeasures implements EntityMeasures<ForVisible> {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #logger: LoggerService;
  readonly #measureOptions: MeasureOptions;
  readonly #sources: SourceRegistry;
  readonly #store: SummaryStore;

  static create(
    options: DatabaseEntityMeasuresOptions,
  ): DatabaseEntityMeasures {
    return new DatabaseEntityMeasures(options);
  }

  private constructor(options: DatabaseEntityMeasuresOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#logger = options.logger;
    this.#measureOptions = options.measureOptions;
    this.#sources = options.sources;
    this.#store = options.store;
  }

  async read(
    query: EntityMeasuresQuery,
    { visibility }: ForVisible,
  ): Promise<{ etag: string; json: string }> {
    const { entityRef, view, leadTimeStart, origin } = query;
    const { history, bandEdition, fewest } = this.#measureOptions;
    const { calendar } = history;
    const now = this.#clock();
    const window = resolveWindow(query, { now, zone: calendar.zone });
    await assertVisibleEntity(this.#db, entityRef, visibility);
    const isSum = isSummed(entityRef);
    const scope = isSum
      ? await resolveScope(this.#db, entityRef, { view, visibility })
      : { entityRefs: [entityRef] };
    const key = SummaryStore.keyOf([
      'entity',
      entityRef,
      scope.entityRefs,
      [...(scope.spans ?? [])],
      window,
      leadTimeStart,
      origin,
      view,
      calendar,
      bandEdition,
      fewest,
    ]);
    const { interval } = this.#measureOptions;
    if (isSum) {
      // Among many entities some change all the time, so a sum is only as new as its parts, and these need not be asked.
      const recent = await this.#store.findKept(key);
      if (recent && now - recent.computedAt < interval) {
        return toAnswer(key, recent);
      }
    }
    const { kept, revision } = await this.#store.find(key, scope.entityRefs);
    const age = kept ? now - kept.computedAt : Infinity;
    if (kept && kept.revision === revision && age < HOLDS_FOR) {
      return toAnswer(key, kept);
    }
    const computing = this.#store.compute(key, revision, () =>
      this.#summarise({ entityRef, leadTimeStart, origin, view }, scope, {
        window,
        calendar,
        now: new Date(now).toISOString(),
        bandEdition,
        fewest,
      }),
    );
    if (kept && isSum && age < SHOWN_INTERVALS * interval) {
      computing.catch(error =>
        this.#logger.warn(
          isolated`The measures of '${entityRef}' could not be summed`,
          toError(error),
        ),
      );
      return toAnswer(key, kept);
    }
    return toAnswer(key, await computing);
  }

  async #summarise(
    query: EntityMeasuresQuery,
    scope: Scope,
    options: SummariseOptions,
  ): Promise<EntityMeasuresResponse> {
    const { entityRef, leadTimeStart, origin, view } = query;
    const { window, calendar, now, fewest } = options;
    const before = windowBefore(window, calendar.zone);
    const samples = await readSamples(this.#db, {
      scope,
      ids: MEASURE_DEFINITIONS.map(({ id }) => id),
      with: ['waits', 'jobs'],
      leadTimeStart,
      origin,
      days: {
        from: localDay(before.from, calendar.zone),
        to: localDay(window.to, calendar.zone),
      },
      now: Date.parse(now),
    });
    const measures: MeasureView[] = [];
    for (const { id } of MEASURE_DEFINITIONS) {
      measures.push(viewMeasure(samples.measures.get(id)!, options));
      // Yields to the event loop between two measures.
      await setImmediate();
    }
    // Jobs are told by no origin.
    const trials = origin === 'counted' ? samples.jobs : [];
    return {
      entityRef,
      window,
      leadTimeStart,
      leadTimeStarts: viewLeadTimeStarts(
        measures.find(({ id }) => id === 'leadTime'),
        leadTimeStart,
      ),
      view,
      origin,
      origins: countOrigins(
        samples.arrived.filter(({ at }) => at >= window.from && at < window.to),
        { fewest },
      ),
      computedAt: now,
      fewest,
      coverage: await readCoverage(this.#db, {
        entityRef,
        scope,
        sources: this.#sources.list(),
      }),
      measures,
      ...viewWaits(samples, options),
      worstJobs: await tellWorstJobs(this.#db, trials, { window, fewest }),
      slowestJob: await tellSlowestJob(this.#db, trials, { window, fewest }),
    };
  }
}

function toAnswer(key: string, { revision, computedAt, text }: KeptSummary) {
  return {
    etag: `"${key.slice(0, 16)}-${revision}-${computedAt}"`,
    json: text,
  };
}
