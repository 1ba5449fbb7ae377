import { LoggerService } from '@backstage/backend-plugin-api';
import { assertError } from '@backstage/errors';
import {
  compileScorecard,
  createFactDirectory,
  FactDirectory,
} from '@fairlead/backstage-plugin-scorecards-common';
import { createPauses } from '@fairlead/background-work';
import { Knex } from 'knex';
import { Clock } from '@fairlead/bulk-sql';
import { DbScorecardRow, DbScorecardVersionRow } from '../../database/tables';
import { KnownFacts } from '../../intake/facts/KnownFacts';
import {
  ComparedVersion,
  RefusedScorecard,
  ScorecardDefinitions,
  ScorecardInForce,
  ScorecardVersion,
} from './ScorecardDefinitions';
import { shortestMaxAges } from './shortestMaxAges';

const KEEP_FOR = 1_000;

type ScorecardHead = Pick<
  DbScorecardRow,
  'scorecard_ref' | 'version' | 'hash' | 'since' | 'problems'
>;

interface State {
  readAt: number;
  inForce: ReadonlyMap<string, ScorecardInForce & { hash: string }>;
  refused: readonly RefusedScorecard[];
  maxAges: ReadonlyMap<string, number>;
}

export class DatabaseScorecardDefinitions implements ScorecardDefinitions {
  readonly #clock: Clock;
  readonly #db: Knex;
  readonly #knownFacts: KnownFacts;
  readonly #logger: LoggerService;
  #state?: State;
  #reading?: Promise<State>;

  static create(options: {
    clock?: Clock;
    db: Knex;
    knownFacts: KnownFacts;
    logger: LoggerService;
  }): DatabaseScorecardDefinitions {
    return new DatabaseScorecardDefinitions(options);
  }

  private constructor(options: {
    clock?: Clock;
    db: Knex;
    knownFacts: KnownFacts;
    logger: LoggerService;
  }) {
    this.#clock = options.clock ?? Date.now;
    this.#db = options.db;
    this.#knownFacts = options.knownFacts;
    this.#logger = options.logger;
  }

  async list(options: { fresh?: boolean } = {}): Promise<ScorecardInForce[]> {
    if (options.fresh) {
      this.forget();
    }
    return [...(await this.#read()).inForce.values()];
  }

  async get(scorecardRef: string): Promise<ScorecardInForce | undefined> {
    return (await this.#read()).inForce.get(scorecardRef);
  }

  async listRefused(): Promise<RefusedScorecard[]> {
    return [...(await this.#read()).refused];
  }

  async listVersions(
    scorecardRef: string,
    range: { from?: number; to?: number } = {},
  ): Promise<ScorecardVersion[]> {
    const query = this.#db<DbScorecardVersionRow>('scorecard_versions')
      .select('version', 'since', 'changes')
      .where('scorecard_ref', scorecardRef)
      .orderBy('version');
    if (range.from !== undefined) {
      query.where('since', '>=', range.from);
    }
    if (range.to !== undefined) {
      query.where('since', '<', range.to);
    }
    return (await query).map(row => ({
      version: row.version,
      since: Number(row.since),
      changes: JSON.parse(row.changes),
    }));
  }

  async getVersion(
    scorecardRef: string,
    version: number,
  ): Promise<ComparedVersion | undefined> {
    const [row, before] = await this.#db<DbScorecardVersionRow>(
      'scorecard_versions',
    )
      .where('scorecard_ref', scorecardRef)
      .where('version', '<=', version)
      .orderBy('version', 'desc')
      .limit(2);
    return row?.version === version
      ? {
          version,
          since: Number(row.since),
          changes: JSON.parse(row.changes),
          definition: JSON.parse(row.definition),
          before: before ? JSON.parse(before.definition) : null,
        }
      : undefined;
  }

  /** The shortest `maxAge` of those checks that may read a fact, as last read; milliseconds. */
  shortestMaxAge(factId: string): number | undefined {
    return this.#state?.maxAges.get(factId);
  }

  /** Makes the next read look for newer versions. */
  forget(): void {
    if (this.#state) {
      this.#state = { ...this.#state, readAt: -Infinity };
    }
    this.#reading = undefined;
  }

  async #read(): Promise<State> {
    if (this.#state && this.#clock() < this.#state.readAt + KEEP_FOR) {
      return this.#state;
    }
    const reading = this.#reading ?? this.#load();
    this.#reading = reading;
    try {
      return await reading;
    } finally {
      if (this.#reading === reading) {
        this.#reading = undefined;
      }
    }
  }

  async #load(): Promise<State> {
    const readAt = this.#clock();
    const heads: ScorecardHead[] = await this.#db<DbScorecardRow>('scorecards')
      .select('scorecard_ref', 'version', 'hash', 'since', 'problems')
      .orderBy('scorecard_ref');
    const inForce = new Map<string, ScorecardInForce & { hash: string }>();
    const refused: RefusedScorecard[] = [];
    const pauses = createPauses();
    let facts: FactDirectory | undefined;
    for (const head of heads) {
      await pauses.ifDue();
      const scorecardRef = head.scorecard_ref;
      const problems = JSON.parse(head.problems);
      if (head.version === 0) {
        refused.push({ scorecardRef, problems });
        continue;
      }
      const kept = this.#state?.inForce.get(scorecardRef);
      if (kept?.version === head.version && kept.hash === head.hash) {
        inForce.set(scorecardRef, { ...kept, problems });
        continue;
      }
      facts ??= createFactDirectory(await this.#knownFacts.list());
      const compiled = await this.#compile(head, facts);
      if (compiled) {
        inForce.set(scorecardRef, { ...compiled, problems });
      }
    }
    this.#state = {
      readAt,
      inForce,
      refused,
      maxAges: shortestMaxAges(inForce.values()),
    };
    return this.#state;
  }

  async #compile(
    head: ScorecardHead,
    facts: FactDirectory,
  ): Promise<(ScorecardInForce & { hash: string }) | undefined> {
    const row = await this.#db<DbScorecardVersionRow>('scorecard_versions')
      .select('definition')
      .where({ scorecard_ref: head.scorecard_ref, version: head.version })
      .first();
    if (!row) {
      return undefined;
    }
    const definition = JSON.parse(row.definition);
    try {
      return {
        scorecardRef: head.scorecard_ref,
        version: head.version,
        hash: head.hash,
        since: Number(head.since),
        definition,
        compiled: compileScorecard(definition, { facts }),
        problems: [],
      };
    } catch (error) {
      assertError(error);
      this.#logger.error(
        `Version ${head.version} of '${head.scorecard_ref}' can no longer be evaluated, its results stay as they are`,
        error,
      );
      return undefined;
    }
  }
}
