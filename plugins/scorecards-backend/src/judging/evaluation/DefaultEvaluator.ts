import { LoggerService } from '@backstage/backend-plugin-api';
import { RunsInTurn, Turn } from '@fairlead/background-work';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { ScorecardDefinitions } from '../definitions/ScorecardDefinitions';
import { Instruments } from '../../intake/metrics/Instruments';
import { FactStore } from '../../intake/facts/FactStore';
import { ScorecardVersionCache } from '../definitions/ScorecardVersionCache';
import { leaseEntities, LeasedEntity } from './leaseEntities';
import { Evaluator } from './Evaluator';
import { judgeAll } from './judgeAll';
import { loadCandidates } from './loadCandidates';
import { releaseEntities } from './finishEntities';
import { storeJudgements } from './storeJudgements';

/** Long enough for any batch, short enough for the work of a process that died to be taken up soon. */
const LEASE_FOR = 60_000;

export interface DefaultEvaluatorOptions {
  /** How many entities are judged at a time. @defaultValue 50 */
  batchSize?: number;
  clock?: Clock;
  db: Knex;
  definitions: ScorecardDefinitions;
  facts: FactStore;
  instruments?: Instruments;
  logger: LoggerService;
  /** Hears the uids of entities whose results changed. */
  onResults?: (uids: readonly string[]) => void;
}

/**
 * Works the queue of due entities off, batch by batch. Any number of processes may do so at once.
 */
export class DefaultEvaluator implements Evaluator {
  readonly #batchSize: number;
  readonly #clock: Clock;
  readonly #options: DefaultEvaluatorOptions;
  readonly #runs: RunsInTurn;
  readonly #versions: ScorecardVersionCache;

  static create(options: DefaultEvaluatorOptions): DefaultEvaluator {
    return new DefaultEvaluator(options);
  }

  private constructor(options: DefaultEvaluatorOptions) {
    this.#batchSize = options.batchSize ?? 50;
    this.#clock = options.clock ?? Date.now;
    this.#options = options;
    this.#versions = new ScorecardVersionCache({ db: options.db });
    this.#runs = RunsInTurn.create({
      logger: options.logger,
      failure:
        'Evaluation failed; what is due is tried again with the next scheduled run',
      work: turn => this.#drain(turn),
    });
  }

  nudge(): void {
    this.#runs.nudge();
  }

  async run(options: { signal?: AbortSignal } = {}): Promise<number> {
    return this.#runs.run(options);
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    await this.#runs.stop();
  }

  async #drain({ isOver }: Turn): Promise<number> {
    let evaluated = 0;
    while (!isOver()) {
      const now = this.#clock();
      const leased = await leaseEntities(this.#options.db, {
        now,
        limit: this.#batchSize,
        leaseFor: LEASE_FOR,
      });
      if (leased.length === 0) {
        break;
      }
      evaluated += await this.#evaluate(leased, now);
    }
    return evaluated;
  }

  async #evaluate(leased: LeasedEntity[], now: number): Promise<number> {
    const { db, definitions, facts, instruments, logger, onResults } =
      this.#options;
    const begin = performance.now();
    try {
      const scorecards = await definitions.list({ fresh: true });
      const candidates = await loadCandidates(db, {
        entities: leased,
        facts,
        now,
        scorecards,
      });
      const { changed, stored } = await storeJudgements(db, {
        judgements: await judgeAll(candidates, { scorecards, now, logger }),
        mode: 'queue',
        now,
        versions: this.#versions,
      });
      onResults?.(changed);
      instruments?.evaluated('queue', {
        entities: leased.length,
        milliseconds: performance.now() - begin,
      });
      return stored;
    } catch (error) {
      await releaseEntities(
        db,
        leased.map(row => row.entity_ref),
      );
      throw error;
    }
  }
}
