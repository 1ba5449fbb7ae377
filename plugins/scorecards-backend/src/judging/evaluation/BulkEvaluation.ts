import { LoggerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { Clock } from '@fairlead/bulk-sql';
import { readAhead } from '../../database/readAhead';
import { DbEntityRow, DbScorecardRow } from '../../database/tables';
import {
  ScorecardDefinitions,
  ScorecardInForce,
} from '../definitions/ScorecardDefinitions';
import { Instruments } from '../../intake/metrics/Instruments';
import { FactStore } from '../../intake/facts/FactStore';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { LeasedEntity } from './leaseEntities';
import { judgeAll } from './judgeAll';
import { loadCandidates } from './loadCandidates';
import { storeJudgements } from './storeJudgements';
import { Candidate } from './Candidate';

/** What a bulk evaluation did. */
export interface BulkOutcome {
  entities: number;
  /** Rows of results and transitions written. */
  written: number;
}

/**
 * Judges all entities under the scorecards whose definition changed, page by page.
 *
 * @remarks
 *
 * Needs no memory of where it was: one that died half-way starts again, and what is stored already is not written
 * again.
 */
export class BulkEvaluation {
  readonly #batchSize: number;
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #definitions: ScorecardDefinitions;
  readonly #facts: FactStore;
  readonly #logger: LoggerService;
  readonly #instruments?: Instruments;
  readonly #onResults?: (uids: readonly string[]) => void;
  readonly #versions: ScorecardVersionCache;

  static create(options: {
    batchSize?: number;
    clock?: Clock;
    db: Knex;
    definitions: ScorecardDefinitions;
    facts: FactStore;
    instruments?: Instruments;
    logger: LoggerService;
    /** Hears the uids of entities whose results changed. */
    onResults?: (uids: readonly string[]) => void;
  }): BulkEvaluation {
    return new BulkEvaluation(options);
  }

  private constructor(options: {
    batchSize?: number;
    clock?: Clock;
    db: Knex;
    definitions: ScorecardDefinitions;
    facts: FactStore;
    instruments?: Instruments;
    logger: LoggerService;
    /** Hears the uids of entities whose results changed. */
    onResults?: (uids: readonly string[]) => void;
  }) {
    this.#batchSize = options.batchSize ?? 50;
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#definitions = options.definitions;
    this.#facts = options.facts;
    this.#logger = options.logger;
    this.#instruments = options.instruments;
    this.#onResults = options.onResults;
    this.#versions = new ScorecardVersionCache({ db: options.db });
  }

  /** Judges all entities under the scorecards that were not fully evaluated with their version yet. */
  async run(options: { signal?: AbortSignal } = {}): Promise<BulkOutcome> {
    const pending = await this.#db<DbScorecardRow>('scorecards')
      .select('scorecard_ref')
      .whereRaw('evaluated_version < version');
    const refs = new Set(pending.map(row => row.scorecard_ref));
    const inForce = await this.#definitions.list({ fresh: true });
    return this.evaluate(
      inForce.filter(({ scorecardRef }) => refs.has(scorecardRef)),
      options,
    );
  }

  /** Judges all entities under these scorecards, whether or not that was done before. */
  async evaluate(
    scorecards: readonly ScorecardInForce[],
    options: { signal?: AbortSignal } = {},
  ): Promise<BulkOutcome> {
    const outcome: BulkOutcome = { entities: 0, written: 0 };
    if (scorecards.length === 0) {
      return outcome;
    }
    for await (const candidates of readAhead(
      this.#candidates(scorecards, options.signal),
    )) {
      const begin = performance.now();
      const now = this.#clock();
      const { changed, written } = await storeJudgements(this.#db, {
        judgements: await judgeAll(candidates, {
          scorecards,
          now,
          logger: this.#logger,
        }),
        mode: 'bulk',
        now,
        versions: this.#versions,
      });
      outcome.entities += candidates.length;
      outcome.written += written;
      this.#onResults?.(changed);
      this.#instruments?.evaluated('bulk', {
        entities: candidates.length,
        milliseconds: performance.now() - begin,
      });
    }
    for (const { scorecardRef, version } of scorecards) {
      await this.#db<DbScorecardRow>('scorecards')
        .where({ scorecard_ref: scorecardRef, version })
        .where('evaluated_version', '<', version)
        .update({ evaluated_version: version });
    }
    this.#logger.info(
      `Evaluated ${outcome.entities} entities under ${scorecards.length} changed scorecards`,
    );
    return outcome;
  }

  async *#candidates(
    scorecards: readonly ScorecardInForce[],
    signal?: AbortSignal,
  ): AsyncIterable<Candidate[]> {
    for await (const entities of this.#pages(signal)) {
      yield await loadCandidates(this.#db, {
        entities,
        facts: this.#facts,
        now: this.#clock(),
        scorecards,
      });
    }
  }

  async *#pages(signal?: AbortSignal): AsyncIterable<LeasedEntity[]> {
    let after = '';
    for (;;) {
      signal?.throwIfAborted();
      const rows: LeasedEntity[] = await this.#db<DbEntityRow>('entities')
        .select('entity_ref', 'revision', 'entity', 'evaluate_at')
        .where('entity_ref', '>', after)
        .orderBy('entity_ref')
        .limit(this.#batchSize);
      if (rows.length > 0) {
        yield rows;
      }
      if (rows.length < this.#batchSize) {
        return;
      }
      after = rows[rows.length - 1].entity_ref;
    }
  }
}
