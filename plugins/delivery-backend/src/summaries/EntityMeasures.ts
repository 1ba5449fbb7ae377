import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityMeasuresResponse,
  LeadTimeStart,
  localDay,
  MEASURE_DEFINITIONS,
  OwnershipView,
  windowBefore,
  worstJobs,
} from '@fairlead/backstage-plugin-delivery-common';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { MeasureOptions } from '../measures/readMeasureOptions';
import { resolveScope, Scope } from '../ownership';
import { SourceRegistry } from '../sources/SourceRegistry';
import { assertVisibleEntity, Visibility } from '../visibility';
import { readCoverage } from './readCoverage';
import { readSamples } from './readSamples';
import { resolveWindow } from './resolveWindow';
import { SummariseOptions, viewMeasure, viewWaits } from './summarise';
import { KeptSummary, SummaryStore } from './SummaryStore';

/** How long an answer holds although nothing changed: ages of what waits, and the present day, move on. */
const HOLDS_FOR = 5 * 60_000;

/** The kinds that stand for other entities. */
const SUMMED_KINDS: readonly string[] = ['group', 'user', 'system', 'domain'];

/** Whether what is told of an entity is told of others. */
export function isSummed(entityRef: string): boolean {
  return SUMMED_KINDS.includes(parseEntityRef(entityRef).kind);
}

export interface EntityMeasuresQuery {
  entityRef: string;
  from?: string;
  to?: string;
  leadTimeStart: LeadTimeStart;
  view: OwnershipView;
}

/** Answers what the measures of an entity are, from kept answers while they hold. */
export class EntityMeasures {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #measureOptions: MeasureOptions;
  readonly #sources: SourceRegistry;
  readonly #store: SummaryStore;

  constructor(options: {
    clock: Clock;
    db: Knex;
    measureOptions: MeasureOptions;
    sources: SourceRegistry;
    store: SummaryStore;
  }) {
    this.#clock = options.clock;
    this.#db = options.db;
    this.#measureOptions = options.measureOptions;
    this.#sources = options.sources;
    this.#store = options.store;
  }

  /**
   * Answers an {@link EntityMeasuresResponse} as JSON. Throws a NotFoundError for an entity that does not exist or that
   * the caller may not see.
   */
  async read(
    query: EntityMeasuresQuery,
    { visibility }: { visibility: Visibility },
  ): Promise<{ etag: string; json: string }> {
    const { entityRef, view, leadTimeStart } = query;
    const { history, bandEdition } = this.#measureOptions;
    const { calendar } = history;
    const now = this.#clock();
    const window = resolveWindow(query, { now, zone: calendar.zone });
    await assertVisibleEntity(this.#db, entityRef, visibility);
    const scope = isSummed(entityRef)
      ? await resolveScope(this.#db, entityRef, { view, visibility })
      : { entityRefs: [entityRef] };
    const key = SummaryStore.keyOf([
      'entity',
      entityRef,
      scope.entityRefs,
      [...(scope.spans ?? [])],
      window,
      leadTimeStart,
      view,
      calendar,
      bandEdition,
    ]);
    const { kept, revision } = await this.#store.find(key, scope.entityRefs);
    const age = kept ? now - kept.computedAt : Infinity;
    // Of many entities some change all the time: a sum need not be newer than what it is made of.
    const isRecent = isSummed(entityRef) && age < this.#measureOptions.interval;
    const holds = isRecent || (kept?.revision === revision && age < HOLDS_FOR);
    const summary =
      kept && holds
        ? kept
        : await this.#store.compute(key, revision, () =>
            this.#summarise({ entityRef, leadTimeStart, view }, scope, {
              window,
              calendar,
              now: new Date(now).toISOString(),
              bandEdition,
            }),
          );
    return { etag: etagOf(key, summary), json: summary.text };
  }

  async #summarise(
    query: EntityMeasuresQuery,
    scope: Scope,
    options: SummariseOptions,
  ): Promise<EntityMeasuresResponse> {
    const { entityRef, leadTimeStart, view } = query;
    const { window, calendar, now } = options;
    const before = windowBefore(window, calendar.zone);
    const samples = await readSamples(this.#db, {
      scope,
      ids: MEASURE_DEFINITIONS.map(({ id }) => id),
      with: ['waits', 'jobs'],
      leadTimeStart,
      days: {
        from: localDay(before.from, calendar.zone),
        to: localDay(window.to, calendar.zone),
      },
      now: Date.parse(now),
    });
    return {
      entityRef,
      window,
      leadTimeStart,
      view,
      computedAt: now,
      coverage: await readCoverage(this.#db, {
        entityRef,
        scope,
        sources: this.#sources.list(),
      }),
      measures: MEASURE_DEFINITIONS.map(({ id }) =>
        viewMeasure(samples.measures.get(id)!, options),
      ),
      ...viewWaits(samples, options),
      worstJobs: worstJobs(samples.jobs, { window }),
    };
  }
}

function etagOf(key: string, { revision, computedAt }: KeptSummary): string {
  return `"${key.slice(0, 16)}-${revision}-${computedAt}"`;
}
