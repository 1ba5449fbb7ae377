import { PostFactsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { Clock } from '../database/clock';
import { fromEntities } from '../database/fromEntities';
import { lockEntities } from '../database/lockEntities';
import { markDue } from '../database/markDue';
import { DbFactRow } from '../database/tables';
import { FactDeclarations } from './FactDeclarations';
import { FactFreshness } from './FactFreshness';
import { FactSink, PutFactsOptions, SinkEntry } from './FactSink';
import { inBatches } from './inBatches';
import { Observation, parseSinkEntry } from './parseSinkEntry';
import { FactWrite, planFactWrite } from './planFactWrite';
import { ReceivedFacts } from './ReceivedFacts';
import { writeFacts } from './writeFacts';

/** Values in one transaction. */
const BATCH_SIZE = 2_000;

/** Finds out which entities there are, looking in the catalog for those not stored yet. */
export interface EntityLookup {
  find(entityRefs: readonly string[]): Promise<Set<string>>;
}

export interface DatabaseFactSinkOptions {
  clock?: Clock;
  db: Knex;
  declarations: FactDeclarations;
  entities: EntityLookup;
  freshness: FactFreshness;
  /** Called after facts changed. */
  onChange?: () => void;
}

export class DatabaseFactSink implements FactSink {
  readonly #clock: Clock;
  readonly #options: DatabaseFactSinkOptions;
  readonly #received: ReceivedFacts;

  static create(options: DatabaseFactSinkOptions): DatabaseFactSink {
    return new DatabaseFactSink(options);
  }

  private constructor(options: DatabaseFactSinkOptions) {
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
    this.#received = new ReceivedFacts(options.db);
  }

  async put(
    entries: SinkEntry[],
    options: PutFactsOptions = {},
  ): Promise<PostFactsResponse> {
    const now = this.#clock();
    const rejected: PostFactsResponse['rejected'] = [];
    let hasChanges = false;
    for (const batch of inBatches(entries, BATCH_SIZE)) {
      const { observations, ...read } = await this.#read(batch, options, now);
      rejected.push(...read.rejected);
      const changed = await this.#store(observations, now);
      hasChanges ||= changed;
      if (options.scheduledSource === undefined) {
        await this.#received.remember(observations, now);
      }
    }
    if (hasChanges) {
      this.#options.onChange?.();
    }
    return { accepted: entries.length - rejected.length, rejected };
  }

  async #read(
    batch: readonly { entry: SinkEntry; index: number }[],
    options: PutFactsOptions,
    now: number,
  ): Promise<
    Pick<PostFactsResponse, 'rejected'> & { observations: Observation[] }
  > {
    const { declarations } = this.#options;
    const parsed = batch.map(({ entry, index }) => ({
      index,
      ...parseSinkEntry(entry, { ...options, declarations, now }),
    }));
    const entities = await this.#options.entities.find(
      parsed.flatMap(entry => ('reason' in entry ? [] : [entry.entityRef])),
    );
    const rejected: PostFactsResponse['rejected'] = [];
    const observations: Observation[] = [];
    for (const entry of parsed) {
      const { index } = entry;
      if ('reason' in entry) {
        rejected.push({ index, reason: entry.reason });
      } else if (!entities.has(entry.entityRef)) {
        rejected.push({
          index,
          reason: `Entity '${entry.entityRef}' is not in the catalog, or of a kind that is not scored`,
        });
      } else {
        observations.push(...entry.observations);
      }
    }
    return { observations, rejected };
  }

  /** Answers whether anything changed. */
  async #store(observations: Observation[], now: number): Promise<boolean> {
    if (observations.length === 0) {
      return false;
    }
    const byEntity = newestByEntity(observations);
    return this.#options.db.transaction(async tx => {
      const existing = await lockEntities(tx, [...byEntity.keys()]);
      const present = [...byEntity.keys()].filter(ref => existing.has(ref));
      const writes = await this.#plan(
        tx,
        present.flatMap(ref => [...(byEntity.get(ref)?.values() ?? [])]),
        present,
      );
      const written = await writeFacts(tx, writes);
      await markDue(tx, { entityRefs: written, now });
      return written.length > 0;
    });
  }

  async #plan(
    tx: Knex.Transaction,
    observations: Observation[],
    entityRefs: string[],
  ): Promise<FactWrite[]> {
    const stored = new Map<string, DbFactRow>();
    const rows: DbFactRow[] = await fromEntities(tx, 'facts', entityRefs)
      .select('t.*')
      .whereIn('t.fact_id', [
        ...new Set(observations.map(({ factId }) => factId)),
      ]);
    rows.forEach(row => stored.set(`${row.entity_ref} ${row.fact_id}`, row));
    return observations.flatMap(
      seen =>
        planFactWrite(stored.get(`${seen.entityRef} ${seen.factId}`), seen, {
          timeToLive: this.#options.declarations.get(seen.factId)?.timeToLive,
          refreshAfter: this.#options.freshness.refreshAfter(seen.factId),
        }) ?? [],
    );
  }
}

/** One statement cannot write a row twice, so of several observations of one fact only the newest goes on. */
function newestByEntity(
  observations: readonly Observation[],
): Map<string, Map<string, Observation>> {
  const byEntity = new Map<string, Map<string, Observation>>();
  for (const seen of observations) {
    const facts = byEntity.get(seen.entityRef) ?? new Map();
    const other = facts.get(seen.factId);
    if (!other || other.observedAt < seen.observedAt) {
      facts.set(seen.factId, seen);
    }
    byEntity.set(seen.entityRef, facts);
  }
  return byEntity;
}
