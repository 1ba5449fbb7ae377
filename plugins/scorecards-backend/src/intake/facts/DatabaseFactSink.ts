import { PostFactsResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { Clock, whereOneOf } from '@fairlead/bulk-sql';
import { fromEntities } from '../../database/fromEntities';
import { lockEntities } from '../../database/lockEntities';
import { markDue } from '../../database/markDue';
import { DbFactRow } from '../../database/tables';
import { Instruments } from '../metrics/Instruments';
import { FactDeclarations } from './FactDeclarations';
import { FactFreshness } from './FactFreshness';
import {
  FactSink,
  PutFactsOptions,
  SinkEntry,
  unknownEntityReason,
} from './FactSink';
import { inBatches } from './inBatches';
import { Observation, ParsedSinkEntry, parseSinkEntry } from './parseSinkEntry';
import { FactWrite, planFactWrite } from './planFactWrite';
import { ReceivedFacts } from './ReceivedFacts';
import { writeFacts } from './writeFacts';

/** How much is in hand at once, in characters: what takes long to store outlives the cheap collections of the heap. */
const BATCH_WEIGHT = 128 * 1024;

/** What an observation weighs besides its value: about as much as the rest of its row as JSON. */
const OBSERVATION_WEIGHT = 200;

/** What became of the entry with this index. */
type IndexedEntry = ParsedSinkEntry & { index: number };

/** By entity and fact. */
type NewestByEntity = Map<string, Map<string, Observation>>;

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
  instruments?: Instruments;
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
    const parsed = this.#parse(entries, { ...options, now });
    for (const batch of inBatches(parsed, { weight: BATCH_WEIGHT, weigh })) {
      const { observations, ...sorted } = await this.#sort(batch);
      rejected.push(...sorted.rejected);
      const changed = await this.#store(observations, now);
      hasChanges ||= changed;
      if (options.scheduledSource === undefined) {
        await this.#received.remember(observations, now);
      }
    }
    if (hasChanges) {
      this.#options.onChange?.();
    }
    const accepted = entries.length - rejected.length;
    this.#options.instruments?.factsPut(options.scheduledSource, {
      taken: accepted,
      refused: rejected.length,
    });
    return { accepted, rejected };
  }

  *#parse(
    entries: readonly SinkEntry[],
    options: PutFactsOptions & { now: number },
  ): Iterable<IndexedEntry> {
    const { declarations } = this.#options;
    for (const [index, entry] of entries.entries()) {
      const parsed = parseSinkEntry(entry, { ...options, declarations });
      yield { index, ...parsed };
    }
  }

  /** Tells what can be stored from what cannot. */
  async #sort(
    batch: readonly IndexedEntry[],
  ): Promise<
    Pick<PostFactsResponse, 'rejected'> & { observations: Observation[] }
  > {
    const entities = await this.#options.entities.find(
      batch.flatMap(entry => ('reason' in entry ? [] : [entry.entityRef])),
    );
    const rejected: PostFactsResponse['rejected'] = [];
    const observations: Observation[] = [];
    for (const entry of batch) {
      const { index } = entry;
      if ('reason' in entry) {
        rejected.push({ index, reason: entry.reason });
      } else if (!entities.has(entry.entityRef)) {
        rejected.push({ index, reason: unknownEntityReason(entry.entityRef) });
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
    const newest = newestByEntity(observations);
    return this.#options.db.transaction(async tx => {
      const existing = await lockEntities(tx, [...newest.keys()]);
      for (const entityRef of newest.keys()) {
        if (!existing.has(entityRef)) {
          newest.delete(entityRef);
        }
      }
      const written = await writeFacts(tx, await this.#plan(tx, newest));
      await markDue(tx, { entityRefs: written, now });
      return written.length > 0;
    });
  }

  async #plan(tx: Knex.Transaction, newest: NewestByEntity) {
    const stored = await readStored(tx, newest);
    const writes: FactWrite[] = [];
    for (const [entityRef, observations] of newest) {
      const rows = stored.get(entityRef);
      for (const [factId, seen] of observations) {
        const write = planFactWrite(rows?.get(factId), seen, {
          timeToLive: this.#options.declarations.get(factId)?.timeToLive,
          refreshAfter: this.#options.freshness.refreshAfter(factId),
        });
        if (write) {
          writes.push(write);
        }
      }
    }
    return writes;
  }
}

function weigh(entry: IndexedEntry): number {
  return 'reason' in entry
    ? 0
    : entry.observations.reduce(
        (sum, { value = '', error = '' }) =>
          sum + OBSERVATION_WEIGHT + value.length + error.length,
        OBSERVATION_WEIGHT,
      );
}

/** One statement cannot write a row twice, so of several observations of one fact only the newest goes on. */
function newestByEntity(observations: readonly Observation[]): NewestByEntity {
  const newest: NewestByEntity = new Map();
  for (const seen of observations) {
    const facts = newest.get(seen.entityRef) ?? new Map<string, Observation>();
    const other = facts.get(seen.factId);
    if (!other || other.observedAt < seen.observedAt) {
      facts.set(seen.factId, seen);
    }
    newest.set(seen.entityRef, facts);
  }
  return newest;
}

/** The stored rows of the same facts, by entity and fact. */
async function readStored(
  tx: Knex.Transaction,
  newest: NewestByEntity,
): Promise<Map<string, Map<string, DbFactRow>>> {
  const factIds = new Set<string>();
  for (const facts of newest.values()) {
    for (const factId of facts.keys()) {
      factIds.add(factId);
    }
  }
  const query = fromEntities(tx, 'facts', [...newest.keys()]).select('t.*');
  whereOneOf(query, 't.fact_id', [...factIds]);
  const rows: DbFactRow[] = await query;
  const stored = new Map<string, Map<string, DbFactRow>>();
  for (const row of rows) {
    const facts = stored.get(row.entity_ref) ?? new Map<string, DbFactRow>();
    stored.set(row.entity_ref, facts.set(row.fact_id, row));
  }
  return stored;
}
